// Preloaded into every Node process that a start brings up: when the starter is gone, even killed
// outright, the process stops as if it had been told to, so that no port and no database stays taken.
if (process.channel) {
  process.on("disconnect", () => process.kill(process.pid, "SIGTERM"));
  process.channel.unref();
}
