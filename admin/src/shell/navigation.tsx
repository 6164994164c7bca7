import { Button, Kbd, NumberFormatter, ScrollArea } from "@mantine/core";
import { useLocalStorage } from "@mantine/hooks";
import { IconChevronDown, IconPlus } from "@tabler/icons-react";
import { Link, useLocation } from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { useSession } from "#src/api/session.tsx";
import { useAsk } from "#src/api/use-ask.ts";
import { itemsOf, type NavGroup, type NavItem, navGroups } from "./nav-items.ts";
import classes from "./shell.module.css";

/** The menu is a plan of the house: off the site, on the site, the loop between. */
export function Navigation({ onGo }: { readonly onGo: () => void }) {
  const { t } = useTranslation();
  const { can } = useSession();
  return (
    <ScrollArea className={classes.navScroll} type="auto" scrollbarSize={6}>
      {can("posts.write") && (
        <Button
          renderRoot={(props: object) => <Link to="/posts/new" {...props} />}
          onClick={onGo}
          leftSection={<IconPlus size={18} aria-hidden />}
          rightSection={
            <Kbd className={classes.composeKey} aria-hidden>
              c
            </Kbd>
          }
          justify="space-between"
          fullWidth
          className={classes.compose}
        >
          {t("nav.compose")}
        </Button>
      )}
      <nav aria-label={t("nav.label")}>
        {navGroups.map((group) => (
          <Group key={group} group={group} onGo={onGo} />
        ))}
      </nav>
    </ScrollArea>
  );
}

interface GroupProps {
  readonly group: NavGroup;
  readonly onGo: () => void;
}

/** Rooms under a heading that folds them away; which are folded is remembered in this browser. */
function Group({ group, onGo }: GroupProps) {
  const { t } = useTranslation();
  const { can } = useSession();
  const [folded, setFolded] = useLocalStorage<readonly string[]>({
    key: "samovar.foldedMenu",
    defaultValue: [],
    getInitialValueInEffect: false,
  });
  const isOpen = !folded.includes(group);
  const toggle = () => setFolded(isOpen ? [...folded, group] : folded.filter((other) => other !== group));
  const heading = `nav-${group}`;
  return (
    <div role="group" aria-labelledby={group === "home" ? undefined : heading} className={classes.navGroup}>
      {group !== "home" && (
        <button
          type="button"
          id={heading}
          className={classes.navHeading}
          aria-expanded={isOpen}
          onClick={toggle}
        >
          {t(`nav.groups.${group}`)}
          <IconChevronDown size={14} aria-hidden />
        </button>
      )}
      {isOpen && itemsOf(group, can).map((item) => <NavRow key={item.id} item={item} onGo={onGo} />)}
    </div>
  );
}

function NavRow({ item, onGo }: { readonly item: NavItem; readonly onGo: () => void }) {
  const { t } = useTranslation();
  const Icon = item.icon;
  const row = useRef<HTMLAnchorElement>(null);
  const { pathname } = useLocation();
  const isHere = pathname === item.to;
  useEffect(() => {
    // The menu may be longer than the window: where one is has to be seen.
    if (isHere) row.current?.scrollIntoView({ block: "nearest" });
  }, [isHere]);
  return (
    <Link
      ref={row}
      to={item.to}
      onClick={onGo}
      className={classes.navItem}
      activeOptions={{ exact: item.to === "/" }}
      activeProps={{ "data-active": true, "aria-current": "page" }}
    >
      <Icon size={18} stroke={1.6} aria-hidden />
      <span>{t(`nav.items.${item.id}`)}</span>
      {item.id === "attention" && <AttentionCount />}
    </Link>
  );
}

function AttentionCount() {
  const { t } = useTranslation();
  const { data } = useAsk("listAttention", { limit: 100 }, { everyMs: 30_000 });
  const count = data?.items.length ?? 0;
  if (count === 0) return null;
  return (
    <span className={classes.navCount}>
      <NumberFormatter value={count} />
      <span className="visually-hidden">{t("nav.attentionCount", { count })}</span>
    </span>
  );
}
