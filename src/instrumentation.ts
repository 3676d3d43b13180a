// Next calls this once, before it serves anything.

/** Next builds this file a second time for a runtime that we don't use, where this is a string. */
declare const EdgeRuntime: string | undefined;

export async function register(): Promise<void> {
  if (typeof EdgeRuntime === "string") return;
  const { boot } = await import("@/server/boot.ts");
  await boot();
}
