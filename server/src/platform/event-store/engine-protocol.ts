import { z } from "zod";

/** What the parent tells the engine's process before anything else. Port 0 takes a free one. */
export const EngineOrders = z.object({
  dataDir: z.string(),
  port: z.int().min(0).max(65_535),
  username: z.string(),
  password: z.string().min(16),
  database: z.string(),
  maxMemoryMb: z.number().min(128),
  maxBodyBytes: z.number().min(1024),
});
export type EngineOrders = z.infer<typeof EngineOrders>;

/** What the engine's process answers: it listens, or why it cannot. */
export const EngineReport = z.union([z.object({ port: z.int() }), z.object({ failure: z.string() })]);
export type EngineReport = z.infer<typeof EngineReport>;
