// Preloaded into every Node process that a start brings up: when the starter is gone, even killed
// outright, the process stops as if it had been told to, so that no port and no database stays taken.
if (process.channel) {
  process.on("disconnect", () => process.kill(process.pid, "SIGTERM"));
  process.channel.unref();
}

// It is not handed on: next dev forks a child that waits for its parent's words, and a loose channel ends it.
process.execArgv.splice(process.execArgv.indexOf("--import"), 2);
