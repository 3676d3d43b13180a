// When a connection is gone, as after a restart of the database: what was asked on it failed, and nothing else will.

/** Nothing more was asked, because it would have been asked of nobody. */
export class LineBroken extends Error {
  readonly code = "CONNECTION_CLOSED";

  constructor() {
    super("the line to the database broke");
    this.name = "LineBroken";
  }
}

/** The server ended the session (FATAL), or the line to it broke. */
export function isLost(error: unknown): boolean {
  for (let at = error; at instanceof Error; at = at.cause) {
    const { severity, syscall, code } = at as { severity?: string; syscall?: string; code?: string };
    if (severity === "FATAL" || severity === "PANIC" || syscall || code?.startsWith("CONNECTION_"))
      return true;
  }
  return false;
}
