import type { Readable, Writable } from "node:stream";
import { catalogue, createClient } from "@samovar/client";
import { Command as Commander, Option } from "commander";
import { askAll } from "./ask-all.ts";
import { addAuditCommand } from "./audit/audit-command.ts";
import { type Command, commandsOf, type Field } from "./commands.ts";
import { formatAnswer } from "./format-answer.ts";
import { login, logout } from "./login.ts";
import { addProxyCommand } from "./proxy/proxy-command.ts";
import { readInput } from "./read-input.ts";
import { readSettings } from "./settings.ts";

/** What a command line lives in: a real terminal, or a test's. */
export interface Terminal {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly stdin: Readable & { readonly isTTY?: boolean };
  readonly stdout: Writable & { readonly isTTY?: boolean; readonly columns?: number };
  readonly stderr: Writable & { readonly isTTY?: boolean };
  /** Stands for Ctrl-C. */
  readonly interruption?: AbortSignal;
}

/** `samovar`: one command for each operation, and two that keep where Samovar lives. */
export function createProgram(terminal: Terminal): Commander {
  const program = new Commander("samovar")
    .description(
      "Asks a Samovar from the terminal: each of its operations is a command. Some work without one.",
    )
    .option("--json", "answer JSON, as it does by itself where no terminal reads along")
    .showHelpAfterError("(see --help)")
    .exitOverride()
    .configureOutput({
      writeOut: (text) => terminal.stdout.write(text),
      writeErr: (text) => terminal.stderr.write(text),
    })
    .addHelpText("after", environmentHelp);
  program
    .command("login [url]")
    .helpGroup("Where Samovar lives:")
    .description("Keep the address and an API key (typed or piped in) for the next commands")
    .action((url: string | undefined) => login(terminal, url));
  program
    .command("logout")
    .helpGroup("Where Samovar lives:")
    .description("Forget the address and the key")
    .action(() => logout(terminal));
  addAuditCommand(program, terminal);
  addProxyCommand(program, terminal);
  for (const command of commandsOf(catalogue)) addCommand(program, command, terminal);
  return program;
}

const environmentHelp = `
Environment:
  SAMOVAR_URL  where Samovar lives (default http://localhost:3000)
  SAMOVAR_KEY  an API key, from Settings → Keys

Exit codes:
  0 done  1 a bug  2 not valid  3 not signed in  4 not allowed  5 not found
  6 conflict  7 too large  8 too many requests  9 not available

Examples:
  samovar login https://samovar.example
  samovar list-sites --limit 10
  samovar create-site --name "Tea house" --origin https://tea.example
  echo '{"name": "Tea house", "origin": "https://tea.example"}' | samovar create-site --input -
`;

function addCommand(program: Commander, command: Command, terminal: Terminal): void {
  const added = program
    .command(command.name)
    .helpGroup("Operations:")
    .summary(command.summary)
    .description(`${command.summary}. ${needs(command)}`);
  for (const field of command.arguments) added.argument(`[${field.flag}]`, field.description);
  for (const field of command.options) added.addOption(optionOf(field));
  if (command.isList) added.option("--all", "read on until the last page");
  else added.option("--idempotency-key <key>", "repeating it with the same key does it once");
  added
    .option("--input <file>", "the whole input as JSON from a file, - for standard input")
    .action(async (...typed: unknown[]) => {
      const options: Record<string, unknown> = added.optsWithGlobals();
      const values = typed.slice(0, command.arguments.length).map(textOrNothing);
      const input = await readInput(command, { arguments: values, options, stdin: terminal.stdin });
      print(terminal, options, await ask(terminal, command, { input, options }));
    });
}

const textOrNothing = (value: unknown) => (typeof value === "string" ? value : undefined);

const needs = ({ access }: Command) => (access === "public" ? "Open to everybody." : `Needs ${access}.`);

function optionOf({ flag, kind, description, isRequired, choices }: Field): Option {
  const what = `${description}${isRequired ? " (required)" : ""}`.trim();
  if (kind === "flag") return new Option(`--${flag} [yes-or-no]`, what).preset(true).argParser(flagOf);
  const places = { text: "text", number: "number", list: "values...", json: "json", file: "path" };
  const option = new Option(`--${flag} <${places[kind]}>`, what);
  return choices.length > 0 ? option.choices([...choices]) : option;
}

const flagOf = (typed: string) => !/^(no|false|0)$/i.test(typed);

interface Asked {
  readonly input: Record<string, unknown>;
  readonly options: Readonly<Record<string, unknown>>;
}

async function ask(terminal: Terminal, command: Command, { input, options }: Asked): Promise<unknown> {
  const { url, key } = readSettings(terminal.env);
  const client = createClient({ baseUrl: url, ...(key === undefined ? {} : { apiKey: key }) });
  if (options["all"] === true) return askAll(client, command.id, input);
  const idempotencyKey = options["idempotencyKey"];
  return client.ask(
    command.id,
    input, // checked by the server, which has the schema
    typeof idempotencyKey === "string" ? { idempotencyKey } : {},
  );
}

function print({ stdout }: Terminal, options: Readonly<Record<string, unknown>>, answer: unknown): void {
  const isForPeople = stdout.isTTY === true && options["json"] !== true;
  stdout.write(
    `${isForPeople ? formatAnswer(answer, stdout.columns ?? 80) : JSON.stringify(answer, undefined, 2)}\n`,
  );
}
