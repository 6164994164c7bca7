import type { Db } from "#src/platform/database/database.ts";
import type { Actor, Surface } from "./context.ts";
import type { AnyOperation } from "./operation.ts";

const maxValueLength = 200;

interface Deed {
  readonly id: string;
  readonly at: Date;
  readonly workspaceId: string;
  readonly actor: Actor;
  readonly surface: Surface;
  readonly address: string | undefined;
  readonly asked: AnyOperation;
  readonly input: unknown;
  readonly answer: unknown;
}

/** One row for one change: who, what, to which thing, when, from where. Secrets are left out, long texts cut. */
export async function writeHistory(db: Db, deed: Deed): Promise<void> {
  const { actor, surface, address } = deed;
  await db
    .insertInto("history")
    .values({
      id: deed.id,
      at: deed.at,
      workspaceId: deed.workspaceId,
      actorKind: actor.kind,
      actorId: actor.kind === "anonymous" ? null : actor.id,
      actorName: nameOf(actor),
      surface,
      address: address ?? null,
      operation: deed.asked.id,
      subject: findId(deed.answer) ?? findId(deed.input) ?? null,
      detail: JSON.stringify(withoutSecrets(deed)),
    })
    .execute();
}

const nameOf = (actor: Actor) => (actor.kind === "anonymous" ? "a visitor" : actor.name);

function findId(value: unknown): string | undefined {
  const fields: Record<string, unknown> = Object(value);
  const id = fields["id"] ?? fields["personId"];
  return typeof id === "string" ? id : undefined;
}

/** Fields whose schema says `.meta({ secret: true })` never reach the history. */
function withoutSecrets({ asked, input }: Deed): Record<string, unknown> {
  const isSecret = (name: string) => asked.input.shape[name]?.meta()?.["secret"] === true;
  return Object.fromEntries(
    Object.entries(Object(input))
      .filter(([name]) => !isSecret(name))
      .map(([name, value]) => [name, shorten(value)]),
  );
}

function shorten(value: unknown): unknown {
  if (value instanceof Blob) return `${value.size} bytes`;
  const text = typeof value === "string" ? value : JSON.stringify(value);
  return text !== undefined && text.length > maxValueLength ? `${text.slice(0, maxValueLength)}…` : value;
}
