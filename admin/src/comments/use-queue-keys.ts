import { useWindowEvent } from "@mantine/hooks";
import { useRef } from "react";

const followMs = 1500;

/**
 * One key, one deed, by its place on the keyboard, so that it works in the Russian layout too. A letter that follows
 * `g` belongs to the house: it goes to another room.
 */
export function useQueueKeys(deeds: Readonly<Record<string, () => unknown>>): void {
  const goUntil = useRef(0);
  useWindowEvent("keydown", (event) => {
    if (isElsewhere(event)) return;
    const key = keyOf(event);
    if (key === "g") goUntil.current = Date.now() + followMs;
    const deed = Object.hasOwn(deeds, key) && goUntil.current < Date.now() ? deeds[key] : undefined;
    if (key !== "g") goUntil.current = 0;
    if (!deed) return;
    event.preventDefault();
    deed();
  });
}

const keyOf = ({ code, key }: KeyboardEvent) =>
  code.startsWith("Key") ? code.slice(3).toLowerCase() : key.toLowerCase();

function isElsewhere({ target, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
  if (ctrlKey || metaKey || altKey) return true;
  if (!(target instanceof HTMLElement)) return false;
  const inField = target.closest("textarea, select, [role=dialog], [role=menu], [role=listbox]") !== null;
  return (
    target.isContentEditable || inField || (target instanceof HTMLInputElement && target.type !== "checkbox")
  );
}
