import type { Answer } from "../../visit/visit.ts";
import type { Subject } from "../rule.ts";

/** The page as a person's phone gets it; undefined where it gets none, which is a rule of its own. */
export async function visitByPhone({ visit, web }: Subject): Promise<Answer | undefined> {
  const { answer } = (await web?.visit(visit.asked, "phone")) ?? {};
  return answer && answer.status < 400 ? answer : undefined;
}

export const forReaders = { severity: "warning", networks: "none" } as const;
