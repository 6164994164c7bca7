import { Button, Kbd, NumberFormatter, ScrollArea } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useSession } from "#src/api/session.tsx";
import { useAsk } from "#src/api/use-ask.ts";
import { itemsOf, type NavItem, navGroups } from "./nav-items.ts";
import classes from "./shell.module.css";

/** The menu is a plan of the house: off the site, on the site, the loop between. */
export function Navigation({ onGo }: { readonly onGo: () => void }) {
  const { t } = useTranslation();
  const { can } = useSession();
  return (
    <ScrollArea className={classes.navScroll} type="never">
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
          <div
            key={group}
            role="group"
            aria-labelledby={group === "home" ? undefined : `nav-${group}`}
            className={classes.navGroup}
          >
            {group !== "home" && (
              <p id={`nav-${group}`} className={classes.navHeading}>
                {t(`nav.groups.${group}`)}
              </p>
            )}
            {itemsOf(group, can).map((item) => (
              <NavRow key={item.id} item={item} onGo={onGo} />
            ))}
          </div>
        ))}
      </nav>
    </ScrollArea>
  );
}

function NavRow({ item, onGo }: { readonly item: NavItem; readonly onGo: () => void }) {
  const { t } = useTranslation();
  const Icon = item.icon;
  return (
    <Link
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
