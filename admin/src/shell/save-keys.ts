import type { KeyboardEvent } from "react";

/** Ctrl+Enter (⌘ on a Mac) does the form's main thing. */
export const onSaveKeys = (save: () => void) => (event: KeyboardEvent) => {
  if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
  event.preventDefault();
  save();
};
