export { type Command, commandsOf, type Field } from "./commands.ts";
export { exitCodes } from "./failure.ts";
export type { Terminal } from "./program.ts";
export { run } from "./run.ts";
