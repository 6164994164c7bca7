import { useDebouncedValue } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import type { Input } from "#src/api/operations.ts";
import { useClient, useWorkspaceId } from "#src/api/session.tsx";

type Wish = Input<"previewCard">;

const typingMs = 300;

/** The card as the server draws it, a moment behind what is being edited; the last one stays until the next is there. */
export function useCardPreview(wish: Wish, isDrawable: boolean) {
  const client = useClient();
  const workspaceId = useWorkspaceId();
  const [settled] = useDebouncedValue(wish, typingMs);
  return useQuery({
    queryKey: [workspaceId, "previewCard", settled],
    queryFn: () => client.ask("previewCard", settled),
    enabled: isDrawable,
    placeholderData: (before) => before,
    gcTime: 60_000, // each is a hundred kilobytes
  });
}
