import { expect, test } from "vitest";
import { chaos } from "./chaos-events.ts";

test("every event that was acknowledged between four kills is in the store once", async () => {
  const figures = await chaos({ events: 20_000, kills: 4 });
  expect(figures).toMatchObject({ kills: 4, events_missing: 0, events_counted_twice: 0 });
  expect(figures["events_acknowledged"]).toBeGreaterThanOrEqual(20_000);
}, 600_000);
