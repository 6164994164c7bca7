import { Avatar, Menu, Text, UnstyledButton, useMantineColorScheme } from "@mantine/core";
import { IconCheck, IconChevronUp, IconHelp, IconLogout, IconSettings } from "@tabler/icons-react";
import { useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { auth } from "#src/api/auth-client.ts";
import { useSession } from "#src/api/session.tsx";
import { openShortcuts } from "./shortcuts.tsx";
import classes from "./shell.module.css";

/** Who and where one is: workspaces, theme, help, the way out. */
export function UserMenu({ onGo }: { readonly onGo: () => void }) {
  const { t } = useTranslation();
  const { person, workspace, workspaces, switchTo } = useSession();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const signOut = useSignOut();
  return (
    <Menu position="top-start" width={248} shadow="md">
      <Menu.Target>
        <UnstyledButton className={classes.me}>
          <Avatar name={person.name} size={32} radius="xl" color="copper" aria-hidden />
          <span className={classes.meText}>
            <Text size="sm" fw={600} truncate component="span" display="block">
              {workspace.name}
            </Text>
            <Text size="xs" c="dimmed" truncate component="span" display="block">
              {person.name}
            </Text>
          </span>
          <IconChevronUp size={16} aria-hidden />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        {workspaces.length > 1 && (
          <>
            <Menu.Label>{t("userMenu.workspaces")}</Menu.Label>
            {workspaces.map(({ id, name }) => (
              <Menu.Item
                key={id}
                onClick={() => switchTo(id)}
                rightSection={
                  id === workspace.id ? <IconCheck size={16} aria-label={t("userMenu.current")} /> : null
                }
              >
                {name}
              </Menu.Item>
            ))}
            <Menu.Divider />
          </>
        )}
        <Menu.Label>{t("theme.label")}</Menu.Label>
        {(["auto", "light", "dark"] as const).map((scheme) => (
          <Menu.Item
            key={scheme}
            closeMenuOnClick={false}
            onClick={() => setColorScheme(scheme)}
            rightSection={
              scheme === colorScheme ? <IconCheck size={16} aria-label={t("userMenu.current")} /> : null
            }
          >
            {t(`theme.${scheme}`)}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item
          renderRoot={(props: object) => <Link to="/settings/account" {...props} />}
          onClick={onGo}
          leftSection={<IconSettings size={16} aria-hidden />}
        >
          {t("nav.items.account")}
        </Menu.Item>
        <Menu.Item onClick={openShortcuts} leftSection={<IconHelp size={16} aria-hidden />}>
          {t("shortcuts.title")}
        </Menu.Item>
        <Menu.Item onClick={signOut} leftSection={<IconLogout size={16} aria-hidden />}>
          {t("userMenu.signOut")}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

function useSignOut() {
  const queries = useQueryClient();
  const navigate = useNavigate();
  const leave = async () => {
    await auth.signOut();
    queries.clear();
    await navigate({ to: "/sign-in", search: { to: undefined } });
  };
  return () => void leave();
}
