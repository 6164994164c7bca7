import { AppShell, Burger, VisuallyHidden } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Outlet, useLocation } from "@tanstack/react-router";
import { type ReactNode, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { clientOf, recallWorkspace, rememberWorkspace } from "#src/api/client.ts";
import type { Me } from "#src/api/operations.ts";
import { isProblem } from "#src/api/problem.ts";
import { type Session, SessionContext } from "#src/api/session.tsx";
import { RowsSkeleton } from "./asked.tsx";
import { HomelessPage } from "./homeless-page.tsx";
import { LeadOn } from "./lead-on.tsx";
import { Navigation } from "./navigation.tsx";
import { ProblemNote } from "./problem-note.tsx";
import classes from "./shell.module.css";
import { Shortcuts } from "./shortcuts.tsx";
import { UserMenu } from "./user-menu.tsx";
import { Wordmark } from "./wordmark.tsx";

/** Everything that only people of the house see. Strangers are led to the right door. */
export function HousePage() {
  return (
    <Gate>
      <Frame />
    </Gate>
  );
}

function Gate({ children }: { readonly children: ReactNode }) {
  const { pathname, searchStr } = useLocation();
  const client = clientOf();
  const me = useQuery({
    queryKey: ["", "getMe", {}],
    queryFn: () => client.ask("getMe", {}),
    staleTime: 60_000,
  });
  const isStranger = isProblem(me.error, "unauthenticated");
  const setUp = useQuery({
    queryKey: ["", "getSetUp", {}],
    queryFn: () => client.ask("getSetUp", {}),
    enabled: isStranger,
  });
  if (me.data) return <Inside me={me.data}>{children}</Inside>;
  if (setUp.data) {
    return (
      <LeadOn
        {...(setUp.data.needed ? { door: "/set-up" } : { door: "/sign-in", from: `${pathname}${searchStr}` })}
      />
    );
  }
  return (
    <div className={classes.page}>
      {me.error && !isStranger ? (
        <ProblemNote failure={me.error} onRetry={() => void me.refetch()} />
      ) : (
        <RowsSkeleton rows={5} />
      )}
    </div>
  );
}

function Inside({ me, children }: { readonly me: Me; readonly children: ReactNode }) {
  const [chosen, setChosen] = useState(recallWorkspace);
  const queries = useQueryClient();
  const workspace = me.workspaces.find(({ id }) => id === chosen) ?? me.workspaces[0];
  const session = useMemo<Session | undefined>(
    () =>
      workspace && {
        client: clientOf(workspace.id),
        person: me.person,
        workspaces: me.workspaces,
        workspace,
        can: (permission) => workspace.permissions.includes(permission),
        switchTo: (id) => {
          rememberWorkspace(id);
          setChosen(id);
          queries.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== "" });
        },
      },
    [me, workspace, queries],
  );
  if (!session) return <HomelessPage />;
  return <SessionContext value={session}>{children}</SessionContext>;
}

function Frame() {
  const { t } = useTranslation();
  const [opened, { toggle, close }] = useDisclosure(false);
  return (
    <AppShell
      layout="alt"
      header={{ height: { base: 56, md: 0 } }}
      navbar={{ width: 256, breakpoint: "md", collapsed: { mobile: !opened } }}
      padding={0}
    >
      <a href="#main" className="skip-link">
        {t("nav.skip")}
      </a>
      <AppShell.Header hiddenFrom="md" role="none">
        <nav className={classes.header} aria-label={t("nav.top")}>
          <Burger
            opened={opened}
            onClick={toggle}
            size="sm"
            aria-label={t("nav.toggle")}
            aria-expanded={opened}
          />
          <Wordmark />
        </nav>
      </AppShell.Header>
      <AppShell.Navbar className={classes.navbar} aria-label={t("nav.sidebar")}>
        <div className={classes.brand}>
          <Wordmark />
          <Burger
            hiddenFrom="md"
            ms="auto"
            opened={opened}
            onClick={toggle}
            size="sm"
            aria-label={t("nav.toggle")}
          />
        </div>
        <Navigation onGo={close} />
        <div className={classes.navFoot}>
          <UserMenu onGo={close} />
        </div>
      </AppShell.Navbar>
      <AppShell.Main id="main" className={classes.main} tabIndex={-1}>
        <Outlet />
      </AppShell.Main>
      <Shortcuts />
      <VisuallyHidden aria-live="polite" id="announcements" />
    </AppShell>
  );
}
