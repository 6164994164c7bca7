import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent as lazy,
  Outlet,
} from "@tanstack/react-router";
import { numbersKeys } from "./numbers/narrowing.ts";
import { texts } from "./search-texts.ts";
import { HousePage } from "./shell/house.tsx";
import { LostPage } from "./shell/lost-page.tsx";
import { PageFailure } from "./shell/page-failure.tsx";

const root = createRootRoute({ component: Outlet, notFoundComponent: LostPage });
const rootParent = () => root;

/** The doors: for whoever is not inside yet. */
const setUp = createRoute({
  getParentRoute: rootParent,
  path: "/set-up",
  component: lazy(() => import("./set-up/set-up-page.tsx"), "SetUpPage"),
});
const signIn = createRoute({
  getParentRoute: rootParent,
  path: "/sign-in",
  validateSearch: texts("to"),
  component: lazy(() => import("./sign-in/sign-in-page.tsx"), "SignInPage"),
});
const join = createRoute({
  getParentRoute: rootParent,
  path: "/join/$token",
  component: lazy(() => import("./people/join-page.tsx"), "JoinPage"),
});

const house = createRoute({ getParentRoute: rootParent, id: "house", component: HousePage });
const inside = () => house;

const rooms = [
  createRoute({
    getParentRoute: inside,
    path: "/",
    component: lazy(() => import("./overview/overview-page.tsx"), "OverviewPage"),
  }),
  createRoute({
    getParentRoute: inside,
    path: "/start",
    component: lazy(() => import("./set-up/start-page.tsx"), "StartPage"),
  }),
  createRoute({
    getParentRoute: inside,
    path: "/posts",
    validateSearch: texts("state"),
    component: lazy(() => import("./posts/posts-page.tsx"), "PostsPage"),
  }),
  createRoute({
    getParentRoute: inside,
    path: "/posts/new",
    validateSearch: texts("on", "page"),
    component: lazy(() => import("./composer/new-post-page.tsx"), "NewPostPage"),
  }),
  createRoute({
    getParentRoute: inside,
    path: "/posts/$postId",
    component: lazy(() => import("./posts/post-page.tsx"), "PostPage"),
  }),
  createRoute({
    getParentRoute: inside,
    path: "/posts/$postId/edit",
    component: lazy(() => import("./composer/edit-post-page.tsx"), "EditPostPage"),
  }),
  createRoute({
    getParentRoute: inside,
    path: "/calendar",
    validateSearch: texts("month"),
    component: lazy(() => import("./calendar/calendar-page.tsx"), "CalendarPage"),
  }),
  createRoute({
    getParentRoute: inside,
    path: "/channels",
    validateSearch: texts("connected", "failed"),
    component: lazy(() => import("./channels/channels-page.tsx"), "ChannelsPage"),
  }),
  createRoute({
    getParentRoute: inside,
    path: "/conversations",
    component: lazy(() => import("./conversations/conversations-page.tsx"), "ConversationsPage"),
  }),
  createRoute({
    getParentRoute: inside,
    path: "/attention",
    component: lazy(() => import("./posts/attention-page.tsx"), "AttentionPage"),
  }),
  createRoute({
    getParentRoute: inside,
    path: "/sites",
    component: lazy(() => import("./sites/sites-page.tsx"), "SitesPage"),
  }),
  createRoute({
    getParentRoute: inside,
    path: "/sites/$siteId",
    component: lazy(() => import("./sites/site-page.tsx"), "SitePage"),
  }),
  createRoute({
    getParentRoute: inside,
    path: "/pages",
    validateSearch: texts("site"),
    component: lazy(() => import("./sites/pages-page.tsx"), "PagesPage"),
  }),
  createRoute({
    getParentRoute: inside,
    path: "/comments",
    validateSearch: texts("site", "state"),
    component: lazy(() => import("./comments/comments-page.tsx"), "CommentsPage"),
  }),
  createRoute({
    getParentRoute: inside,
    path: "/comments/rules",
    validateSearch: texts("site"),
    component: lazy(() => import("./comments/rules-page.tsx"), "RulesPage"),
  }),
  createRoute({
    getParentRoute: inside,
    path: "/comments/transfer",
    component: lazy(() => import("./comments/transfer-page.tsx"), "TransferPage"),
  }),
  createRoute({
    getParentRoute: inside,
    path: "/answers",
    validateSearch: texts("site", "view"),
    component: lazy(() => import("./answers/answers-page.tsx"), "AnswersPage"),
  }),
  createRoute({
    getParentRoute: inside,
    path: "/readiness",
    validateSearch: texts("site", "severity", "network", "rule"),
    component: lazy(() => import("./audit/readiness-page.tsx"), "ReadinessPage"),
  }),
  createRoute({
    getParentRoute: inside,
    path: "/readiness/check",
    component: lazy(() => import("./audit/check-page.tsx"), "CheckPage"),
  }),
  createRoute({
    getParentRoute: inside,
    path: "/readiness/pages/$auditId",
    component: lazy(() => import("./audit/page-audit-page.tsx"), "PageAuditPage"),
  }),
  createRoute({
    getParentRoute: inside,
    path: "/cards",
    validateSearch: texts("site"),
    component: lazy(() => import("./cards/cards-page.tsx"), "CardsPage"),
  }),
  createRoute({
    getParentRoute: inside,
    path: "/elements",
    validateSearch: texts("site", "element"),
    component: lazy(() => import("./elements/elements-page.tsx"), "ElementsPage"),
  }),
  createRoute({
    getParentRoute: inside,
    path: "/subscribers",
    validateSearch: texts("site"),
    component: lazy(() => import("./subscribers/subscribers-page.tsx"), "SubscribersPage"),
  }),
  createRoute({
    getParentRoute: inside,
    path: "/subscribers/offer",
    validateSearch: texts("site"),
    component: lazy(() => import("./subscribers/offer-page.tsx"), "OfferPage"),
  }),
  createRoute({
    getParentRoute: inside,
    path: "/subscribers/$subscriberId",
    component: lazy(() => import("./subscribers/subscriber-page.tsx"), "SubscriberPage"),
  }),
  createRoute({
    getParentRoute: inside,
    path: "/settings/mail",
    component: lazy(() => import("./subscribers/mail-page.tsx"), "MailPage"),
  }),
  createRoute({
    getParentRoute: inside,
    path: "/report",
    validateSearch: texts("period", "site"),
    component: lazy(() => import("./reports/report-page.tsx"), "ReportPage"),
  }),
  createRoute({
    getParentRoute: inside,
    path: "/traffic",
    validateSearch: texts(...numbersKeys),
    component: lazy(() => import("./numbers/traffic-page.tsx"), "TrafficPage"),
  }),
  createRoute({
    getParentRoute: inside,
    path: "/visits",
    validateSearch: texts(...numbersKeys),
    component: lazy(() => import("./numbers/visits-page.tsx"), "VisitsPage"),
  }),
  createRoute({
    getParentRoute: inside,
    path: "/visits/$visitId",
    component: lazy(() => import("./numbers/visit-page.tsx"), "VisitPage"),
  }),
  createRoute({
    getParentRoute: inside,
    path: "/share-trees",
    validateSearch: texts("period"),
    component: lazy(() => import("./numbers/share-trees-page.tsx"), "ShareTreesPage"),
  }),
  createRoute({
    getParentRoute: inside,
    path: "/share-trees/$root",
    component: lazy(() => import("./numbers/share-tree-page.tsx"), "ShareTreePage"),
  }),
  createRoute({
    getParentRoute: inside,
    path: "/attribution",
    validateSearch: texts("period", "site"),
    component: lazy(() => import("./numbers/attribution-page.tsx"), "AttributionPage"),
  }),
  createRoute({
    getParentRoute: inside,
    path: "/audience",
    validateSearch: texts(...numbersKeys),
    component: lazy(() => import("./numbers/audience-page.tsx"), "AudiencePage"),
  }),
  createRoute({
    getParentRoute: inside,
    path: "/funnels",
    validateSearch: texts(...numbersKeys),
    component: lazy(() => import("./numbers/funnel-page.tsx"), "FunnelPage"),
  }),
  createRoute({
    getParentRoute: inside,
    path: "/headlines",
    component: lazy(() => import("./headlines/headlines-page.tsx"), "HeadlinesPage"),
  }),
  createRoute({
    getParentRoute: inside,
    path: "/headlines/$testId",
    component: lazy(() => import("./headlines/test-page.tsx"), "TestPage"),
  }),
  createRoute({
    getParentRoute: inside,
    path: "/lists",
    validateSearch: texts("site"),
    component: lazy(() => import("./lists/lists-page.tsx"), "ListsPage"),
  }),
  createRoute({
    getParentRoute: inside,
    path: "/lists/$listId",
    component: lazy(() => import("./lists/list-page.tsx"), "ListPage"),
  }),
  createRoute({
    getParentRoute: inside,
    path: "/welcome",
    validateSearch: texts("site"),
    component: lazy(() => import("./welcome/welcome-page.tsx"), "WelcomePage"),
  }),
  createRoute({
    getParentRoute: inside,
    path: "/links",
    component: lazy(() => import("./links/links-page.tsx"), "LinksPage"),
  }),
  createRoute({
    getParentRoute: inside,
    path: "/settings/workspace",
    component: lazy(() => import("./settings/workspace-page.tsx"), "WorkspacePage"),
  }),
  createRoute({
    getParentRoute: inside,
    path: "/settings/people",
    component: lazy(() => import("./people/people-page.tsx"), "PeoplePage"),
  }),
  createRoute({
    getParentRoute: inside,
    path: "/settings/keys",
    component: lazy(() => import("./settings/keys-page.tsx"), "KeysPage"),
  }),
  createRoute({
    getParentRoute: inside,
    path: "/settings/history",
    component: lazy(() => import("./settings/history-page.tsx"), "HistoryPage"),
  }),
  createRoute({
    getParentRoute: inside,
    path: "/settings/account",
    component: lazy(() => import("./settings/account-page.tsx"), "AccountPage"),
  }),
] as const;

const routeTree = root.addChildren([setUp, signIn, join, house.addChildren(rooms)]);

export const createAppRouter = () =>
  createRouter({
    routeTree,
    basepath: "/admin",
    defaultPreload: "intent",
    scrollRestoration: true,
    defaultErrorComponent: PageFailure,
  });

declare module "@tanstack/react-router" {
  interface Register {
    router: ReturnType<typeof createAppRouter>;
  }
}
