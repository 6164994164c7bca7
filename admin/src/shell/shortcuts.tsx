import { Kbd, Modal } from "@mantine/core";
import { useDisclosure, useWindowEvent } from "@mantine/hooks";
import { useNavigate } from "@tanstack/react-router";
import { useRef } from "react";
import { useTranslation } from "react-i18next";
import { useSession } from "#src/api/session.tsx";
import { navItems } from "./nav-items.ts";
import classes from "./shell.module.css";

const openEvent = "samovar:shortcuts";
const followMs = 1500;

export const openShortcuts = () => window.dispatchEvent(new Event(openEvent));

/** `c` writes, `g` and a letter or digit go, `?` tells of it all. */
export function Shortcuts() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { can } = useSession();
  const [opened, { open, close }] = useDisclosure(false);
  const goUntil = useRef(0);
  const go = (letter: string) => {
    const item = navItems.find((each) => each.letter === letter);
    if (goUntil.current < Date.now() || !item) return false;
    goUntil.current = 0;
    void navigate({ to: item.to });
    return true;
  };
  useWindowEvent(openEvent, open);
  useWindowEvent("keydown", (event) => {
    if (isTyping(event) || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "?") return open();
    const letter = letterOf(event);
    if (go(letter)) event.preventDefault();
    else if (letter === "g") goUntil.current = Date.now() + followMs;
    else if (letter === "c" && can("posts.write")) {
      event.preventDefault();
      void navigate({ to: "/posts/new" });
    }
  });
  return (
    <Modal
      opened={opened}
      onClose={close}
      title={t("shortcuts.title")}
      closeButtonProps={{ "aria-label": t("action.close") }}
    >
      <dl className={classes.keys}>
        <Keys keys={["c"]} does={t("shortcuts.compose")} />
        <Keys keys={["Ctrl", "Enter"]} does={t("shortcuts.save")} />
        <Keys keys={["?"]} does={t("shortcuts.help")} />
        {navItems.map((item) => (
          <Keys key={item.id} keys={["g", item.letter]} does={t(`nav.items.${item.id}`)} />
        ))}
      </dl>
    </Modal>
  );
}

function Keys({ keys, does }: { readonly keys: readonly string[]; readonly does: string }) {
  return (
    <>
      <dt>{does}</dt>
      <dd>
        {keys.map((key) => (
          <Kbd key={key}>{key}</Kbd>
        ))}
      </dd>
    </>
  );
}

/** The key in its place on the keyboard, so that shortcuts work in the Russian layout too, and digits in the French. */
const letterOf = ({ code, key }: KeyboardEvent) =>
  (/^(?:Key|Digit|Numpad)([A-Z0-9])$/.exec(code)?.[1] ?? key).toLowerCase();

function isTyping(event: KeyboardEvent): boolean {
  const target = event.target;
  if (!(target instanceof HTMLElement)) return false;
  return (
    target.isContentEditable ||
    target.closest("input, textarea, select, [role=dialog], [role=menu], [role=listbox]") !== null
  );
}
