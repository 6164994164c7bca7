import type { Hono } from "hono";
import type { VisitorsDoor } from "#src/ground/sites/index.ts";
import { Problem } from "#src/platform/problem.ts";
import { say } from "#src/platform/say.ts";
import type { Challenge } from "#src/smo/moderation/index.ts";
import { mintForm } from "./form-token.ts";
import { deleteOwnComment, editComment } from "./own-comment.ts";
import { meOf } from "./reading-routes.ts";
import { reportComment } from "./report-comment.ts";
import { sendComment, viewOwn } from "./send-comment.ts";
import { EditedBody, NewReport, NewTalkComment } from "./talk-schema.ts";
import { bodyOf, idOf, type TalkContext, type TalkParts, withVisitor } from "./visitor.ts";

/** A problem with what solves it: the same comes again, by the same form, with the proof. */
function doubt(parts: TalkParts, c: TalkContext, challenge: Challenge): Response {
  const problem = new Problem("check_failed", say`We are not sure that a person wrote this`, {
    hint: say`Your browser can show it by a second of work; without JavaScript, wait for a moderator`,
  });
  const tongue = parts.tongueOf(c);
  const headers = { "Content-Type": "application/problem+json", "Content-Language": tongue.language };
  return c.body(JSON.stringify({ ...problem.in(tongue), challenge }), 422, headers);
}

/** What visitors write, change and take away. */
export function writingRoutes(talk: Hono<VisitorsDoor>, parts: TalkParts): void {
  const asker = (c: TalkContext) => ({ address: parts.addressOf(c), userAgent: c.req.header("User-Agent") });
  const freshForm = (c: TalkContext) => mintForm(parts.house.vault, c.get("site").id, parts.house.now());

  talk.post("/comments", async (c) => {
    const asked = await bodyOf(c, NewTalkComment);
    const { outcome, comment } = await sendComment(parts, c, { asked, canProve: true });
    if (outcome.kind === "doubted") return doubt(parts, c, outcome.challenge);
    return c.json({ comment, token: outcome.token, me: meOf(outcome.author), form: freshForm(c) }, 201);
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
