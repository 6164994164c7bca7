import { once } from "node:events";
import { createServer, type Socket } from "node:net";
import { type ParsedMail, simpleParser } from "mailparser";
import { SMTPServer } from "smtp-server";

/** A letter that a mail server took, read as a mail program reads it. */
export interface TakenMail {
  readonly to: readonly string[];
  readonly mail: ParsedMail;
  readonly raw: string;
}

export interface TestMailServer extends AsyncDisposable {
  readonly smtpUrl: string;
  readonly port: number;
  readonly taken: TakenMail[];
  /** Recipients (as they stand in the envelope) with the answer that each gets, as `550 5.1.1 No such user`. */
  readonly refusals: Map<string, string>;
  /** The last letter to this address. Throws when there is none. */
  readonly lastTo: (address: string) => TakenMail;
}

/** A real SMTP server in this process, for letters that a test wants to read. */
export async function serveMail(login?: {
  readonly user: string;
  readonly password: string;
}): Promise<TestMailServer> {
  const taken: TakenMail[] = [];
  const refusals = new Map<string, string>();
  const server = new SMTPServer({
    authOptional: login === undefined,
    allowInsecureAuth: true,
    disabledCommands: ["STARTTLS"],
    logger: false,
    onAuth: ({ username, password }, _session, answer) =>
      username === login?.user && password === login?.password
        ? answer(null, { user: username })
        : answer(new Error("Wrong user or password")),
    onRcptTo: ({ address }, _session, answer) => answer(refusalOf(refusals.get(address))),
    onData: (stream, { envelope }, answer) => {
      const keep = async () => {
        const raw = Buffer.concat(await Array.fromAsync<Buffer>(stream));
        const mail = await simpleParser(raw);
        taken.push({ to: envelope.rcptTo.map(({ address }) => address), mail, raw: raw.toString("utf8") });
        return "kept";
      };
      keep().then((words) => answer(null, words), answer);
    },
  });
  server.on("error", () => undefined); // clients that go away
  server.listen(0, "127.0.0.1");
  await once(server.server, "listening");
  const address = server.server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  const name = login ? `${encodeURIComponent(login.user)}:${encodeURIComponent(login.password)}@` : "";
  return {
    smtpUrl: `smtp://${name}127.0.0.1:${port}`,
    port,
    taken,
    refusals,
    lastTo(to) {
      const found = taken.findLast((letter) => letter.to.includes(to));
      if (found) return found;
      throw new Error(
        `No letter came for ${to}; there are some for ${taken.flatMap((letter) => letter.to).join(", ")}`,
      );
    },
    [Symbol.asyncDispose]: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

function refusalOf(refusal: string | undefined): Error | null {
  if (refusal === undefined) return null;
  const [code = "550", ...words] = refusal.split(" ");
  return Object.assign(new Error(words.join(" ")), { responseCode: Number(code) });
}

/** Takes connections and never says a word. */
export async function serveSilence(): Promise<
  { readonly smtpUrl: string; readonly visits: () => number } & AsyncDisposable
> {
  let visits = 0;
  const open = new Set<Socket>();
  const server = createServer((socket) => {
    visits += 1;
    open.add(socket);
    socket.on("error", () => undefined);
    socket.on("close", () => open.delete(socket));
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  return {
    smtpUrl: `smtp://127.0.0.1:${port}`,
    visits: () => visits,
    async [Symbol.asyncDispose]() {
      for (const socket of open) socket.destroy();
      server.close();
      await once(server, "close");
    },
  };
}
