import {
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
  type UseMutationResult,
} from "@tanstack/react-query";
import type { Input, ListId, OperationId, Output, Row } from "./operations.ts";
import { useClient, useWorkspaceId } from "./session.tsx";

interface AskOptions {
  readonly enabled?: boolean;
  /** Asks again this often; for what changes by itself. */
  readonly everyMs?: number | false;
}

/** Reads by an operation; the answer is shared by all who ask the same. */
export function useAsk<Id extends OperationId>(id: Id, input: Input<Id>, options: AskOptions = {}) {
  const client = useClient();
  const workspaceId = useWorkspaceId();
  return useQuery<Output<Id>>({
    queryKey: [workspaceId, id, input],
    queryFn: () => client.ask(id, input),
    enabled: options.enabled ?? true,
    refetchInterval: options.everyMs ?? false,
  });
}

/** Reads a list page by page. */
export function useList<Id extends ListId>(id: Id, input: Input<Id>, options: AskOptions = {}) {
  const client = useClient();
  const workspaceId = useWorkspaceId();
  const query = useInfiniteQuery({
    queryKey: [workspaceId, id, "pages", input],
    queryFn: ({ pageParam }) => client.ask(id, pageParam === null ? input : { ...input, after: pageParam }),
    initialPageParam: nullCursor,
    getNextPageParam: (page: Output<Id>) => page.next,
    enabled: options.enabled ?? true,
    refetchInterval: options.everyMs ?? false,
  });
  return { ...query, rows: rowsOf<Id>(query.data?.pages) };
}

const nullCursor: string | null = null;

/** A page's `items` are its rows; TypeScript can't see it through the generic. */
function rowsOf<Id extends ListId>(pages: readonly Output<Id>[] | undefined): Row<Id>[] | undefined {
  return pages?.flatMap((page) => page.items as Row<Id>[]);
}

interface ActOptions<Id extends OperationId> {
  /** Operations whose answers are stale after this. */
  readonly stales?: readonly OperationId[];
  readonly done?: (output: Output<Id>, input: Input<Id>) => void;
}

/** Writes by an operation. */
export function useAct<Id extends OperationId>(
  id: Id,
  { stales = [], done }: ActOptions<Id> = {},
): UseMutationResult<Output<Id>, Error, Input<Id>> {
  const client = useClient();
  const forget = useForget();
  return useMutation<Output<Id>, Error, Input<Id>>({
    mutationFn: (input) => client.ask(id, input),
    onSuccess: async (output, input) => {
      done?.(output, input);
      await forget(stales);
    },
  });
}

/** Marks answers as stale, so that whoever shows them asks again. */
export function useForget() {
  const queries = useQueryClient();
  return (ids: readonly OperationId[]) =>
    queries.invalidateQueries({ predicate: ({ queryKey }) => ids.some((id) => queryKey[1] === id) });
}
