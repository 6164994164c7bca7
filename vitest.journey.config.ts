import { defineConfig } from "vitest/config";

// Whole journeys through a running house in a real browser: few, long, one after another.
export default defineConfig({
  test: {
    name: "journey",
    include: ["journey/**/*.journey.test.ts"],
    testTimeout: 300_000,
    hookTimeout: 180_000,
    fileParallelism: false,
    experimental: { viteModuleRunner: false },
  },
});
