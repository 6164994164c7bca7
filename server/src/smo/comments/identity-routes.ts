import type { Hono } from "hono";
import type { VisitorsDoor } from "#src/ground/sites/index.ts";
import { Problem } from "#src/platform/problem.ts";
import { say } from "#src/platform/say.ts";
import { bearerOf, forgetAuthorToken, mintAuthorToken } from "./author-token.ts";
import { openAuthor } from "./comment-authors.ts";
import { readCommentSettings } from "./comment-settings.ts";
import { askToSignIn, confirmSignIn, mailSignIn } from "./email-sign-in.ts";
import { finishOAuth, startOAuth } from "./oauth-sign-in.ts";
import { readOwnUser } from "./own-user-sign-in.ts";
import { meOf } from "./reading-routes.ts";
import { claimToken } from "./sign-in.ts";
import { NewSignIn, NewToken } from "./talk-schema.ts";
import { bodyOf, type TalkContext, type TalkParts } from "./visitor.ts";

/** How visitors say who they are. Nothing is kept in a cookie: the page keeps a token. */
export function identityRoutes(talk: Hono<VisitorsDoor>, parts: TalkParts): void {
  const { house } = parts;

  talk.post("/sign-ins", async (c) => {
    const said = await bodyOf(c, NewSignIn);
    const site = c.get("site");
    const { language } = parts.tongueOf(c);
    const asked = { site, said, language, publicUrl: house.publicUrl, now: house.now() };
    await house.database.transact(site.workspaceId, (db) => mailSignIn(house.inside(db), asked));
    return c.json({ mailed: true }, 201);
  });
  talk.get("/sign-in/:secret", (c) => askToSignIn(parts, c, c.req.param("secret")));
  talk.post("/sign-in/:secret", (c) => confirmSignIn(parts, c, c.req.param("secret")));

  talk.get("/oauth", (c) => startOAuth(parts, c));
  talk.get("/oauth-return", (c) => finishOAuth(parts, c));

  talk.post("/tokens", async (c) => {
    const given = await bodyOf(c, NewToken);
    const { token, author } =
      "sso" in given ? await vouchedToken(parts, c, given.sso) : await codeToken(parts, c, given.code);
    return c.json({ token, me: meOf(author) }, 201);
  });
  talk.delete("/tokens", async (c) => {
    const token = bearerOf(c.req.header("Authorization"));
    if (token === undefined) {
      throw new Problem("unauthenticated", say`You are not signed in`, {
        hint: say`Then there is nothing to sign out of`,
      });
    }
    await house.database.transact(c.get("site").workspaceId, (db) => forgetAuthorToken(db, token));
    return c.json({ signedOut: true });
  });
}

function codeToken({ house }: TalkParts, c: TalkContext, code: string) {
  const site = c.get("site");
  return house.database.transact(site.workspaceId, (db) =>
    claimToken(db, { siteId: site.id, code, now: house.now() }),
  );
}

function vouchedToken({ house }: TalkParts, c: TalkContext, token: string) {
  const site = c.get("site");
  const now = house.now();
  return house.database.transact(site.workspaceId, async (db) => {
    const { ssoSecret: sealedSecret } = await readCommentSettings(db, site.id);
    const author = await openAuthor(
      db,
      await readOwnUser(house.vault, { site, sealedSecret, token, now }),
      now,
    );
    return { author, token: await mintAuthorToken(db, author.id, now) };
  });
}
