import type { Example } from "../example.ts";
import { reachingExamples } from "./examples-of-reaching.ts";
import { servingExamples } from "./examples-of-serving.ts";

export const fetchingExamples: readonly Example[] = [...reachingExamples, ...servingExamples];
