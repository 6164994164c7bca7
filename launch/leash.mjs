// Loaded into what the launcher runs: should the launcher be killed, the program stops in its own good order.
if (process.channel) {
  process.channel.unref();
  process.once("disconnect", () => process.kill(process.pid, "SIGTERM"));
}
