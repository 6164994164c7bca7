import type { Engine, EngineId } from "./engine.ts";
import { ghost } from "./ghost.ts";
import { wordpress } from "./wordpress.ts";

/** Every engine that tags can be pushed into. To add one, write its file to `Engine` and name it here. */
export const engines: Readonly<Record<EngineId, Engine>> = { wordpress, ghost };
