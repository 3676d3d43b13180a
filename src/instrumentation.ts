// Next calls this once, before it serves anything.

export async function register(): Promise<void> {
  const { boot } = await import("@/server/boot.ts");
  await boot();
}
