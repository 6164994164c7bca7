import type { Example } from "../example.ts";
import { accountExamples } from "./examples-of-accounts.ts";
import { addressExamples } from "./examples-of-addresses.ts";

export const identityExamples: readonly Example[] = [...addressExamples, ...accountExamples];
