import { useDebouncedValue } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import type { Preview } from "#src/api/operations.ts";
import { useClient, useWorkspaceId } from "#src/api/session.tsx";
import { type Draft, inputOf, isBlank } from "./draft.ts";

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
  const client = useClient();
  const workspaceId = useWorkspaceId();
  const [settled] = useDebouncedValue(draft, typingMs);
  const isWanted = settled.channelIds.length > 0 && !isBlank(settled);
  const preview = useQuery({
    queryKey: [workspaceId, "previewPost", inputOf(settled)],
    queryFn: async () => ({ ...(await client.ask("previewPost", inputOf(settled))), draft: settled }),
    enabled: isWanted,
    placeholderData: (before) => before, // the old preview stays until the new one is there
  });
  const shown = isWanted ? preview.data : undefined;
  const items = shown?.items ?? [];
  return {
    of: (channelId) => items.find((item) => item.channelId === channelId),
    draft: shown?.draft,
    errors: items.flatMap(({ findings }) => findings).filter(({ severity }) => severity === "error").length,
    failure: isWanted ? preview.error : null,
  };
}
