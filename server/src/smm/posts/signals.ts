import { z } from "zod";
import { signal } from "#src/platform/operation/signal.ts";

const About = z.object({
  workspaceId: z.uuid(),
  publicationId: z.uuid(),
  postId: z.uuid(),
  channelId: z.uuid(),
});

/** A publication's first message is out. Announced once. */
export const publicationPublished = signal("posts.publicationPublished", About);
/** A publication was taken back from its network. */
export const publicationWithdrawn = signal("posts.publicationWithdrawn", About);
