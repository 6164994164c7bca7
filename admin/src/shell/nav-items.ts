import {
  IconAddressBook,
  IconAlertTriangle,
  IconBinaryTree2,
  IconBroadcast,
  IconCalendar,
  IconChartAreaLine,
  IconChartDots,
  IconCode,
  IconDoorEnter,
  IconFileText,
  IconFilter2,
  IconHelpCircle,
  IconHistory,
  IconHome,
  IconKey,
  IconLink,
  IconListDetails,
  IconMessageCircle,
  IconMail,
  IconMailHeart,
  IconMessages,
  IconPhoto,
  IconScale,
  IconSettings,
  IconShieldCheck,
  IconTypography,
  IconUser,
  IconUsersGroup,
  IconWorld,
  IconWritingSign,
  type Icon,
} from "@tabler/icons-react";
import type { Permission } from "#src/api/operations.ts";

export const navGroups = ["home", "offSite", "onSite", "loop", "settings"] as const;
export type NavGroup = (typeof navGroups)[number];

/** The house as its menu shows it. `letter`, or a digit, goes there after `g`. */
export const navItems = [
  { id: "overview", group: "home", to: "/", letter: "o", icon: IconHome },
  { id: "posts", group: "offSite", to: "/posts", letter: "p", icon: IconWritingSign },
  { id: "calendar", group: "offSite", to: "/calendar", letter: "c", icon: IconCalendar },
  { id: "channels", group: "offSite", to: "/channels", letter: "n", icon: IconBroadcast },
  { id: "conversations", group: "offSite", to: "/conversations", letter: "t", icon: IconMessages },
  { id: "attention", group: "offSite", to: "/attention", letter: "a", icon: IconAlertTriangle },
  { id: "sites", group: "onSite", to: "/sites", letter: "s", icon: IconWorld },
  { id: "pages", group: "onSite", to: "/pages", letter: "g", icon: IconFileText },
  {
    id: "comments",
    group: "onSite",
    to: "/comments",
    letter: "q",
    icon: IconMessageCircle,
    needs: "comments.moderate",
  },
  { id: "readiness", group: "onSite", to: "/readiness", letter: "d", icon: IconShieldCheck },
  { id: "cards", group: "onSite", to: "/cards", letter: "i", icon: IconPhoto },
  { id: "lists", group: "onSite", to: "/lists", letter: "f", icon: IconListDetails },
  { id: "answers", group: "onSite", to: "/answers", letter: "j", icon: IconHelpCircle },
  { id: "welcome", group: "onSite", to: "/welcome", letter: "v", icon: IconDoorEnter },
  { id: "elements", group: "onSite", to: "/elements", letter: "b", icon: IconCode },
  {
    id: "subscribers",
    group: "onSite",
    to: "/subscribers",
    letter: "x",
    icon: IconMailHeart,
    needs: "subscribers.manage",
  },
  { id: "report", group: "loop", to: "/report", letter: "r", icon: IconChartDots },
  { id: "traffic", group: "loop", to: "/traffic", letter: "z", icon: IconChartAreaLine },
  { id: "trees", group: "loop", to: "/share-trees", letter: "1", icon: IconBinaryTree2 },
  { id: "attribution", group: "loop", to: "/attribution", letter: "2", icon: IconScale },
  { id: "audience", group: "loop", to: "/audience", letter: "3", icon: IconUsersGroup },
  { id: "funnels", group: "loop", to: "/funnels", letter: "4", icon: IconFilter2 },
  { id: "headlines", group: "loop", to: "/headlines", letter: "e", icon: IconTypography },
  { id: "links", group: "loop", to: "/links", letter: "l", icon: IconLink },
  { id: "workspace", group: "settings", to: "/settings/workspace", letter: "w", icon: IconSettings },
  { id: "people", group: "settings", to: "/settings/people", letter: "u", icon: IconAddressBook },
  { id: "keys", group: "settings", to: "/settings/keys", letter: "k", icon: IconKey, needs: "keys.manage" },
  { id: "history", group: "settings", to: "/settings/history", letter: "h", icon: IconHistory },
  { id: "mail", group: "settings", to: "/settings/mail", letter: "y", icon: IconMail },
  { id: "account", group: "settings", to: "/settings/account", letter: "m", icon: IconUser },
] as const satisfies readonly {
  id: string;
  group: NavGroup;
  to: string;
  letter: string;
  icon: Icon;
  needs?: Permission;
}[];

export type NavItem = (typeof navItems)[number];

export const itemsOf = (group: NavGroup, can: (permission: Permission) => boolean): NavItem[] =>
  navItems.filter((item) => item.group === group && (!("needs" in item) || can(item.needs)));
