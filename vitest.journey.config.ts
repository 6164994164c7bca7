import { defineConfig } from "vitest/config";

/** Few tests, each a whole story in a real browser against the real server. One at a time: each starts a house. */
export default defineConfig({
  test: {
    include: ["journey/**/*.journey.test.ts"],
    exclude: ["**/node_modules/**"],
    globalSetup: "./journey/global-setup.ts",
    fileParallelism: false,
    testTimeout: 240_000,
    hookTimeout: 180_000,
    experimental: { viteModuleRunner: false },
  },
});
