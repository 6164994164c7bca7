import { type Context, Hono } from "hono";
import { issueChallenge } from "#src/smo/moderation/index.ts";
import { type VisitedSite, type VisitorsDoor, visitorsDoor } from "#src/ground/sites/index.ts";
import { jsonOf, parseAsked } from "#src/platform/operation/parse-asked.ts";
import { formRoutes } from "./form-routes.ts";
import { languageOf, type LetterParts } from "./letter-parts.ts";
import { letterRoutes } from "./letter-routes.ts";
import { Asked, Asking, type Offer, PushEnd } from "./letters-schema.ts";
import { endPush, openPushKey, takePush } from "./push-subscribers.ts";
import { consentWords, readSettings, readTopics } from "./read-settings.ts";
import { takeAsking } from "./take-asking.ts";

/** What visitors ask of subscriptions: `/letters/:site` for pages (see `letters-schema.ts`), `/letter/…` for letters. */
export function subscriptionRoutes(parts: LetterParts): (app: Hono) => void {
  const letters = new Hono<VisitorsDoor>();
  letters.use("*", ...parts.guards, visitorsDoor(parts.house));
  letters.get("/", async (c) => {
    c.header("Cache-Control", "public, max-age=60");
    c.header("Vary", "Accept-Language", { append: true });
    return c.json(await offerOf(parts, c, c.get("site")));
  });
  letters.post("/subscriptions", async (c) => {
    const site = c.get("site");
    const asking = parseAsked(Asking, await jsonOf(c));
    c.header("Cache-Control", "no-store");
    if (asking.push) {
      await takePush(parts, c, { site, asking, push: asking.push });
      return c.json(Asked.parse({ state: "subscribed" }), 202);
    }
    const answer = await takeAsking(parts, c, { site, asking, source: "element" });
    if (answer === "doubt") return inDoubt(parts, c, site);
    return c.json(Asked.parse({ state: "check-mail" }), 202);
  });
  letters.delete("/subscriptions", async (c) => {
    const { endpoint } = parseAsked(PushEnd, await jsonOf(c));
    await endPush(parts, { site: c.get("site"), endpoint });
    return c.body(null, 204);
  });
  formRoutes(letters, parts);
  return (app) => {
    app.route("/letters/:site", letters);
    app.use("/letter/*", ...parts.guards);
    letterRoutes(parts)(app);
  };
}

async function offerOf(parts: LetterParts, c: Context, site: VisitedSite): Promise<Offer> {
  const { house } = parts;
  return house.database.transact(site.workspaceId, async (db) => {
    const [settings, topics] = [await readSettings(db, site.id), await readTopics(db, site.id)];
    return {
      siteName: site.name,
      topics,
      frequencies: [...settings.frequencies],
      consent: consentWords(settings, languageOf(c), site.name),
      feedUrl: settings.feedUrl,
      pushKey: settings.hasPush
        ? await openPushKey(db, { vault: house.vault, site, now: house.now() })
        : null,
      formUrl: `${house.publicUrl}/letters/${site.key}/form`,
    };
  });
}

/** The answer of a problem, with what is to be solved beside it. */
async function inDoubt(parts: LetterParts, c: Context, site: VisitedSite): Promise<Response> {
  const { database, now } = parts.house;
  const challenge = await database.transact(site.workspaceId, (db) =>
    issueChallenge(db, { siteId: site.id, workspaceId: site.workspaceId, now: now() }),
  );
  const language = languageOf(c);
  const title =
    language === "ru"
      ? "Сначала браузер должен немного поработать, чтобы письмо ушло"
      : "The browser must work a little before a letter is sent";
  return c.json({ code: "check_failed", title, challenge }, 403);
}
