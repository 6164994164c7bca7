import { CommanderError } from "commander";
import { explain } from "./failure.ts";
import { createProgram, type Terminal } from "./program.ts";

/** Runs one command line; answers the exit code. */
export async function run(argv: readonly string[], terminal: Terminal): Promise<number> {
  try {
    await createProgram(terminal).parseAsync(argv, { from: "user" });
    return 0;
  } catch (error) {
    // Commander has printed what it has to say by itself.
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    const { exitCode, text } = explain(error);
    terminal.stderr.write(`${text}\n`);
    return exitCode;
  }
}
