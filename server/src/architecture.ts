/**
 * The import table: what each part of the house may import. It is the document and, in `architecture.test.ts`, the
 * test. The law behind it: an import points down, and the two halves never import each other. They meet below, in
 * `ground/`, and above, in `loop/`. What a lower part must tell a higher one it announces as a signal.
 *
 *   surfaces  the ways in
 *   loop      where the halves meet
 *   smm | smo off the site | on the site
 *   networks  one folder a network, beside the ground
 *   ground    what both halves stand on
 *   platform  technique that knows nothing of marketing
 *
 * A part may always import from itself; its features among each other by the rule of doors.
 */
export const mayImport: Readonly<Record<string, readonly string[]>> = {
  platform: [],
  networks: ["platform"],
  ground: ["platform"],
  smm: ["ground", "networks", "platform"],
  smo: ["ground", "platform"],
  loop: ["smm", "smo", "ground", "networks", "platform"],
  // The reference pages print the environment, so this one way in may read the configuration's table.
  surfaces: ["loop", "smm", "smo", "ground", "networks", "platform", "config.ts"],
  // Tests, and what they stand on, look at everything.
  testing: ["*"],
  // The files that put the house together, in the order in which they use one another.
  "config.ts": [],
  "features.ts": ["loop", "smm", "smo", "ground", "networks", "platform"],
  "app.ts": ["surfaces", "ground", "platform"],
  "open-house.ts": [
    "app.ts",
    "config.ts",
    "features.ts",
    "surfaces",
    "ground",
    "networks",
    "platform",
    "loop",
    "smm",
    "smo",
  ],
  "demo.ts": ["config.ts"],
  "main.ts": ["config.ts", "demo.ts", "open-house.ts", "platform"],
  "generate.ts": ["surfaces", "testing", "platform"],
  "architecture.ts": [],
};

/** Parts that are folders of features: entered through a feature's `index.ts` only. */
export const partsOfFeatures: readonly string[] = ["ground", "smm", "smo", "loop"];

/**
 * Doors beside `index.ts`. A schema is a vocabulary: the admin's forms speak it too, and it draws nothing after it.
 */
export const furtherDoors: readonly string[] = ["schema.ts"];

/**
 * The other workspaces: which of their peers each may import, whole or by file. The browser's code meets the server
 * over HTTP; what both must count or name in the same way is pure, and shared by file.
 */
export const workspaceMayImport: Readonly<Record<string, readonly string[]>> = {
  // The client and the CLI in tests alone: that the derived ones hold every operation.
  server: ["http-client", "audit", "repair", "client", "cli"],
  admin: [
    "client",
    "server/networks/check-message.ts",
    "server/networks/measure-text.ts",
    "server/platform/operation/permissions.ts",
    "widgets/pass-button/destinations.ts",
  ],
  widgets: [],
  "http-client": [],
  audit: ["http-client"],
  repair: ["audit", "http-client"],
  client: [],
  cli: ["client", "audit", "repair"],
  demo: ["server", "client"],
  bench: ["server", "client", "demo", "widgets", "audit", "repair", "http-client"],
};

/** Names that say where something lies, and not what it does. */
export const namesOfNothing: readonly string[] =
  "utils util helpers helper common shared misc core lib services managers".split(" ");
