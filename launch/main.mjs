// The one way in for `npm start`, `npm test` and the rest: plain JavaScript for whatever Node is at hand, which finds
// or installs all that the project needs and then hands over to the Node that the project pins.
const [major = 0] = process.versions.node.split(".").map(Number);
if (major < 20) {
  console.error(`Samovar needs Node 20 or newer to begin; this is Node ${process.versions.node}.`);
  console.error(
    "Install a current one from https://nodejs.org (or with `nvm install 24`), then run this again.",
  );
  process.exitCode = 1;
} else {
  const { runCommand } = await import("./commands.mjs");
  await runCommand(process.argv[2] ?? "", process.argv.slice(3));
}
