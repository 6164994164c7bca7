import { mintId } from "./mint-id.ts";

/** One page as one visitor sees it, from its showing to the last time it is left. */
export interface View {
  readonly id: string;
  readonly engageId: string;
  readonly url: string;
  readonly leave: () => { readonly visibleMs: number; readonly scrollPercent: number };
  readonly look: () => void;
  readonly scroll: () => void;
}

export function openView(): View {
  let seenSince = 0;
  let visibleMs = 0;
  let depth = 0;
  const view: View = {
    id: mintId(),
    engageId: mintId(),
    url: location.href,
    look() {
      if (document.visibilityState === "visible") seenSince ||= performance.now();
      view.scroll();
    },
    scroll() {
      const reached = (scrollY + innerHeight) / document.documentElement.scrollHeight;
      depth = Math.max(depth, Math.min(100, Math.round(reached * 100)));
    },
    leave() {
      if (seenSince) visibleMs += performance.now() - seenSince;
      seenSince = 0;
      return { visibleMs: Math.round(visibleMs), scrollPercent: depth };
    },
  };
  view.look();
  return view;
}
