import { PassThrough, Readable } from "node:stream";
import { text } from "node:stream/consumers";
import { run } from "../run.ts";

interface Options {
  readonly env?: Readonly<Record<string, string>>;
  readonly stdin?: string;
  readonly isTTY?: boolean;
  readonly interruption?: AbortSignal;
  /** Told what is written to standard output, as it comes. */
  readonly onOut?: (text: string) => void;
  readonly onErr?: (text: string) => void;
}

/** Runs a command line as a shell would. */
export async function runLine(
  line: readonly string[],
  { env = {}, stdin = "", isTTY = false, interruption, onOut, onErr }: Options = {},
) {
  const out = Object.assign(new PassThrough(), { isTTY, columns: 100 });
  const err = new PassThrough();
  if (onErr) err.on("data", (chunk: Buffer) => onErr(chunk.toString()));
  if (onOut) out.on("data", (chunk: Buffer) => onOut(chunk.toString()));
  const said = Promise.all([text(out), text(err)]);
  const code = await run(line, {
    env,
    stdin: Readable.from([stdin]),
    stdout: out,
    stderr: err,
    ...(interruption && { interruption }),
  });
  out.end();
  err.end();
  const [written, told] = await said;
  return { code, out: written, err: told };
}
