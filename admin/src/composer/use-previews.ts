import { useDebouncedValue } from "@mantine/hooks";
import type { Preview } from "#src/api/operations.ts";
import { useAsk } from "#src/api/use-ask.ts";
import { type Draft, inputOf, isBlank } from "./draft.ts";
import { useRef } from "react";

export interface Previewed {
  readonly of: (channelId: string) => Preview | undefined;
  /** The draft that the previews show; a moment older than what is being typed. */
  readonly draft: Draft | undefined;
  readonly errors: number;
  readonly failure: unknown;
}

const typingMs = 350;

/** How the draft will look and what is against it, as the server has it. */
export function usePreviews(draft: Draft): Previewed {
  const [settled] = useDebouncedValue(draft, typingMs);
  const wanted = settled.channelIds.length > 0 && !isBlank(settled);
  const preview = useAsk("previewPost", inputOf(settled), { enabled: wanted });
  const last = useRef<{ readonly items: readonly Preview[]; readonly draft: Draft }>(undefined);
  if (preview.data) last.current = { items: preview.data.items, draft: settled };
  const shown = wanted ? last.current : undefined;
  const items = shown?.items ?? [];
  return {
    of: (channelId) => items.find((item) => item.channelId === channelId),
    draft: shown?.draft,
    errors: items.flatMap(({ findings }) => findings).filter(({ severity }) => severity === "error").length,
    failure: wanted ? preview.error : null,
  };
}
