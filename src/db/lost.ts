// When a connection is gone, as after a restart of the database: what was asked on it failed, and nothing else will.

/** The server ended the session (FATAL), or the line to it broke. */
export function isLost(error: unknown): boolean {
  for (let at = error; at instanceof Error; at = at.cause) {
    const { severity, syscall, code } = at as { severity?: string; syscall?: string; code?: string };
    if (severity === "FATAL" || severity === "PANIC" || syscall || code?.startsWith("CONNECTION_"))
      return true;
  }
  return false;
}
