import type { Hono } from "hono";
import type { VisitorsDoor } from "#src/ground/sites/index.ts";
import { readPoll, voteInPoll } from "./polls.ts";
import { PollVotes } from "./talk-schema.ts";
import { bodyOf, idOf, type TalkParts, withVisitor } from "./visitor.ts";

/** Polls of a site, each placed on a page by its id. */
export function pollRoutes(talk: Hono<VisitorsDoor>, parts: TalkParts): void {
  talk.get("/polls/:id", async (c) => {
    const id = idOf(c);
    return c.json(
      await withVisitor(parts, c, {
        work: ({ db }, { site, voter, now }) => readPoll(db, { siteId: site.id, id, voter, now }),
      }),
    );
  });

  talk.post("/polls/:id/votes", async (c) => {
    const { options, visit } = await bodyOf(c, PollVotes);
    const id = idOf(c);
    return c.json(
      await withVisitor(parts, c, {
        visit,
        async work({ db }, { site, voter, now }) {
          const asked = { siteId: site.id, id, voter, now };
          await voteInPoll(db, asked, options);
          return readPoll(db, asked);
        },
      }),
      201,
    );
  });
}
