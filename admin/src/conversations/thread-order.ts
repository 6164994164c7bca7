interface Said {
  readonly id: string;
  readonly parentId: string | null;
  readonly at: string;
}

export type Placed<Reply> = Reply & { readonly depth: number };

/** A conversation as one reads it: oldest first, each answer below what it answers. */
export function threadOrder<Reply extends Said>(replies: readonly Reply[]): Placed<Reply>[] {
  const known = new Set(replies.map(({ id }) => id));
  const below = (parentId: string | null, depth: number): Placed<Reply>[] =>
    replies
      .filter((reply) => (known.has(reply.parentId ?? "") ? reply.parentId : null) === parentId)
      .toSorted((one, other) => one.at.localeCompare(other.at))
      .flatMap((reply) => [{ ...reply, depth }, ...below(reply.id, depth + 1)]);
  return below(null, 0);
}
