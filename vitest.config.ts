import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: "server",
          include: ["{server,http-client,audit,repair,cli,client,demo,bench,launch}/**/*.test.ts"],
          exclude: ["**/node_modules/**", "**/*.journey.test.ts"],
          globalSetup: "./server/src/testing/global-setup.ts",
          testTimeout: 120_000,
          hookTimeout: 180_000,
          experimental: { viteModuleRunner: false },
        },
      },
      {
        test: {
          name: "browser",
          include: ["widgets/**/*.test.ts", "admin/**/*.test.ts", "admin/**/*.test.tsx"],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
