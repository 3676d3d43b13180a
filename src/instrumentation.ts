// Next calls this once, before it serves anything; also built for a second runtime, which we don't use. Which one
// is a constant of the bundler's, not a setting.

export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { boot } = await import("@/server/boot.ts");
  await boot();
}
