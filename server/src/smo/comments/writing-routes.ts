import type { Hono } from "hono";
import type { VisitorsDoor } from "#src/ground/sites/index.ts";
import { mintForm } from "./form-token.ts";
import { deleteOwnComment, editComment } from "./own-comment.ts";
import { meOf } from "./reading-routes.ts";
import { reportComment } from "./report-comment.ts";
import { sendComment, viewOwn } from "./send-comment.ts";
import { EditedBody, NewReport, NewTalkComment } from "./talk-schema.ts";
import { bodyOf, idOf, type TalkContext, type TalkParts, withVisitor } from "./visitor.ts";

/** What visitors write, change and take away. */
export function writingRoutes(talk: Hono<VisitorsDoor>, parts: TalkParts): void {
  const asker = (c: TalkContext) => ({ address: parts.addressOf(c), userAgent: c.req.header("User-Agent") });
  const freshForm = (c: TalkContext) => mintForm(parts.house.vault, c.get("site").id, parts.house.now());

  talk.post("/comments", async (c) => {
    const asked = await bodyOf(c, NewTalkComment);
    const { outcome, comment } = await sendComment(parts, c, { asked, canProve: true });
    const form = freshForm(c);
    if (outcome.kind === "doubted") return c.json({ challenge: outcome.challenge, form }, 202);
    return c.json({ comment, token: outcome.token, me: meOf(outcome.author), form }, 201);
  });

  talk.patch("/comments/:id", async (c) => {
    const { body } = await bodyOf(c, EditedBody);
    const id = idOf(c);
    return c.json(
      await withVisitor(parts, c, {
        async work(inside, visitor) {
          await editComment(inside, visitor, { id, body, ...asker(c) });
          return viewOwn(inside, visitor, id);
        },
      }),
    );
  });

  talk.delete("/comments/:id", async (c) => {
    const id = idOf(c);
    return c.json(
      await withVisitor(parts, c, {
        async work(inside, visitor) {
          await deleteOwnComment(inside, visitor, id);
          return viewOwn(inside, visitor, id);
        },
      }),
    );
  });

  talk.post("/comments/:id/reports", async (c) => {
    const report = await bodyOf(c, NewReport);
    const commentId = idOf(c);
    await withVisitor(parts, c, {
      visit: report.visit,
      work: ({ db }, { site, voter, now }) =>
        reportComment(db, { siteId: site.id, commentId, voter, report, now }),
    });
    return c.json({ reported: true }, 201);
  });
}
