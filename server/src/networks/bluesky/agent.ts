/** An agent that acts as the connected account, and renews its tokens when they run out. */
import { Agent } from "@atproto/api";
import { z } from "zod";
import { NetworkFailure } from "../failure.ts";
import type { Credentials, Session } from "../network.ts";
import { attempt } from "./failures.ts";
import { fetchThrough } from "./fetch-through.ts";
import { agentAt } from "./identity.ts";
import { openOAuthClient, SavedSession, toJson } from "./oauth-client.ts";

export const PasswordCredentials = z.object({
  kind: z.literal("password"),
  did: z.string(),
  pds: z.string(),
  appPassword: z.string(),
  accessJwt: z.string(),
  refreshJwt: z.string(),
});
export type PasswordCredentials = z.infer<typeof PasswordCredentials>;

export const OAuthCredentials = z.object({
  kind: z.literal("oauth"),
  did: z.string(),
  /** The server that the owner gave; absent where it was found by the handle. */
  givenPds: z.string().optional(),
  session: SavedSession,
});

const StoredCredentials = z.discriminatedUnion("kind", [PasswordCredentials, OAuthCredentials]);

/** Opens the account. `surface` names what for, in case it fails. */
export async function openAgent(session: Session, surface: string): Promise<Agent> {
  const parsed = StoredCredentials.safeParse(session.credentials);
  if (!parsed.success) {
    throw new NetworkFailure("reconnect", "The stored credentials are not complete", {
      rule: `bluesky.${surface}.credentials`,
      hint: "Connect the account again",
      cause: parsed.error,
    });
  }
  if (parsed.data.kind === "password") return passwordAgent(session, parsed.data);
  const { did, givenPds } = parsed.data;
  return attempt({ surface }, () => oauthAgent(session, did, givenPds));
}

function passwordAgent(session: Session, first: PasswordCredentials): Agent {
  const fetchNow = fetchThrough(session.tools);
  let current = first;
  const send = (path: string, init: RequestInit): Promise<Response> => {
    const headers = new Headers(init.headers);
    headers.set("authorization", `Bearer ${current.accessJwt}`);
    return fetchNow(new URL(path, current.pds), { ...init, headers });
  };
  const fetchHandler = async (path: string, init: RequestInit): Promise<Response> => {
    if (endsSoon(current.accessJwt, session.tools.now())) current = await renewPassword(session, current);
    const response = await send(path, init);
    if (!(await isExpired(response))) return response;
    current = await renewPassword(session, current);
    return send(path, init);
  };
  return new Agent({ did: first.did, fetchHandler });
}

/** A minute before its end a token is renewed: the clocks may differ. */
const leadMs = 60_000;

function endsSoon(jwt: string, now: Date): boolean {
  const payload = JwtPayload.safeParse(jwt.split(".")[1]);
  return payload.success && payload.data.exp * 1000 < now.getTime() + leadMs;
}

const JwtPayload = z
  .string()
  .transform((part): unknown => JSON.parse(Buffer.from(part, "base64url").toString() || "null"))
  .pipe(z.object({ exp: z.number() }));

/** Refused for its token alone: nothing was done, so it can be sent again. */
async function isExpired(response: Response): Promise<boolean> {
  if (response.status !== 400 && response.status !== 401) return false;
  const body: unknown = await response
    .clone()
    .json()
    .catch(() => undefined);
  return typeof body === "object" && body !== null && Reflect.get(body, "error") === "ExpiredToken";
}

/** One renewal at a time; whoever comes second takes what the first has stored. */
export function renewPassword(session: Session, used: PasswordCredentials): Promise<PasswordCredentials> {
  return session.exclusively(async () => {
    const stored = PasswordCredentials.parse(await session.loadCredentials());
    if (stored.accessJwt !== used.accessJwt) return stored;
    const tokens = await refreshOrSignIn(session, stored);
    const next = { ...stored, accessJwt: tokens.accessJwt, refreshJwt: tokens.refreshJwt };
    await session.saveCredentials(next);
    return next;
  });
}

/** The refresh token lasts for months; when it has died the app password still opens the door. */
async function refreshOrSignIn(
  session: Session,
  stored: PasswordCredentials,
): Promise<{ readonly accessJwt: string; readonly refreshJwt: string }> {
  const { server } = agentAt(stored.pds, session.tools).com.atproto;
  try {
    const headers = { authorization: `Bearer ${stored.refreshJwt}` };
    const { data } = await attempt({ surface: "session" }, () =>
      server.refreshSession(undefined, { headers }),
    );
    return data;
  } catch (error) {
    if (!(error instanceof NetworkFailure) || error.kind !== "reconnect") throw error;
  }
  const entry = { identifier: stored.did, password: stored.appPassword };
  const { data } = await attempt({ surface: "session" }, () => server.createSession(entry));
  return data;
}

async function oauthAgent(session: Session, did: string, pds: string | undefined): Promise<Agent> {
  const read = async (): Promise<Credentials> => session.loadCredentials();
  const client = await openOAuthClient(session.tools, {
    pds,
    sessionStore: {
      get: async () => OAuthCredentials.safeParse(await read()).data?.session,
      // The access token's end is no end of the credentials: they are renewed whenever they are used.
      set: async (_sub, saved) => session.saveCredentials({ ...(await read()), session: toJson(saved) }),
      // What is dead stays stored: the failure tells the owner to connect again, and who was connected.
      del: () => Promise.resolve(),
    },
    requestLock: async (_name, work) => {
      const saved = OAuthCredentials.safeParse(await read()).data?.session;
      const ends = Date.parse(saved?.tokenSet.expires_at ?? "");
      const fresh = ends > session.tools.now().getTime() + leadMs;
      return fresh ? work() : session.exclusively(async () => work());
    },
  });
  return new Agent(await client.restore(did));
}
