import { v7 as uuidv7 } from "uuid";
import { z } from "zod";
import type { Context } from "#src/platform/operation/context.ts";
import { operation } from "#src/platform/operation/operation.ts";
import { Problem } from "#src/platform/problem.ts";
import { say } from "#src/platform/say.ts";
import { findMailServer } from "./find-mail-server.ts";
import { MailServer, mailServerPurpose } from "./mail-server.ts";
import type { PostOffice } from "./post-office.ts";
import { MailSettings, NewMailSettings } from "./schema.ts";
import { writeLetter } from "./write-letter.ts";

type Settings = z.output<typeof MailSettings>;

export const getMailSettings = (office: PostOffice) =>
  operation({
    id: "getMailSettings",
    summary: "Show by which mail server letters go; never its password",
    http: "GET /mail-settings",
    access: "workspace.manage",
    input: z.object({}),
    output: MailSettings,
    run: (ctx) => readSettings(ctx, office),
  });

export const changeMailSettings = (office: PostOffice) =>
  operation({
    id: "changeMailSettings",
    summary: "Send letters by a mail server of the workspace's own; what waits goes out by it",
    http: "PUT /mail-settings",
    access: "workspace.manage",
    input: NewMailSettings,
    output: MailSettings,
    async run(ctx, { password, ...wished }) {
      const { workspace, db, vault } = ctx;
      const before = await findOwn(ctx);
      const server = MailServer.parse({ ...wished, password: password ?? before?.password ?? "" });
      const row = {
        workspaceId: workspace.id,
        sealed: vault.seal(server, mailServerPurpose(workspace.id)),
        changedAt: ctx.now(),
        changedBy: ctx.actor.kind === "anonymous" ? "" : ctx.actor.name,
      };
      await db
        .insertInto("mailServer")
        .values(row)
        .onConflict((known) => known.column("workspaceId").doUpdateSet(row))
        .execute();
      return readSettings(ctx, office);
    },
  });

export const deleteMailSettings = (office: PostOffice) =>
  operation({
    id: "deleteMailSettings",
    summary: "Forget the workspace's own mail server; letters go by the house's, or wait",
    http: "DELETE /mail-settings",
    access: "workspace.manage",
    input: z.object({}),
    output: MailSettings,
    async run(ctx) {
      await ctx.db.deleteFrom("mailServer").execute();
      return readSettings(ctx, office);
    },
  });

export const sendTestMail = (office: PostOffice) =>
  operation({
    id: "sendTestMail",
    summary: "Send a test letter to yourself at once, and tell what the mail server answers",
    http: "POST /mail-settings/test-mails",
    access: "workspace.manage",
    transaction: "own",
    input: z.object({ language: z.enum(["ru", "en"]).default("en") }),
    output: z.object({
      to: z.string(),
      isSent: z.boolean(),
      reply: z.string().describe("What the server answered, or what stood in the way"),
    }),
    async run(ctx, { language }) {
      const { workspace, vault } = ctx;
      const server = await ctx.transact(({ db }) =>
        findMailServer(db, { vault, office, workspaceId: workspace.id }),
      );
      if (!server) throw noServer();
      const to = ctx.actor.kind === "person" ? ctx.actor.email : server.from;
      const letter = testLetter(language, ctx.workspace.name);
      const { outcome, reply } = await office.send(server, {
        id: uuidv7(),
        to,
        ...letter,
        language,
        unsubscribeUrl: null,
        replyTo: null,
        fromName: null,
      });
      return { to, isSent: outcome === "sent", reply };
    },
  });

const noServer = () =>
  new Problem("conflict", say`There is no mail server yet: letters wait`, {
    hint: say`Give one in the mail settings, or set SMTP_URL and MAIL_FROM where Samovar is started`,
  });

function testLetter(language: "ru" | "en", workspace: string) {
  return language === "ru"
    ? writeLetter({
        language,
        subject: "Пробное письмо из Самовара",
        heading: "Почта работает",
        paragraphs: [
          `Это пробное письмо рабочего пространства «${workspace}». Раз вы его читаете, сервер принимает письма и доставляет их.`,
        ],
      })
    : writeLetter({
        language,
        subject: "A test letter from Samovar",
        heading: "The mail works",
        paragraphs: [
          `This is a test letter of the workspace “${workspace}”. As you are reading it, the server takes letters and delivers them.`,
        ],
      });
}

const readRow = (db: Context["db"]) =>
  db.selectFrom("mailServer").select(["sealed", "changedAt", "changedBy"]).executeTakeFirst();

async function findOwn(ctx: Pick<Context, "db" | "vault" | "workspace">): Promise<MailServer | undefined> {
  const row = await readRow(ctx.db);
  return row && MailServer.parse(ctx.vault.open(row.sealed, mailServerPurpose(ctx.workspace.id)));
}

async function readSettings(
  ctx: Pick<Context, "db" | "vault" | "workspace">,
  office: PostOffice,
): Promise<Settings> {
  const row = await readRow(ctx.db);
  const own = row && (await findOwn(ctx));
  const server = own ?? office.house;
  const { from = null, fromName = null } = server ?? {};
  if (own && row) {
    const { host, port, security, user, password } = own;
    const { changedAt, changedBy } = row;
    const hasPassword = password !== "";
    return { goesBy: "own", host, port, security, user, hasPassword, from, fromName, changedAt, changedBy };
  }
  // Where the house's server stands and who it is there is the house's affair.
  const untold = { host: null, port: null, security: null, user: null, hasPassword: false };
  return { goesBy: server ? "house" : "none", ...untold, from, fromName, changedAt: null, changedBy: null };
}
