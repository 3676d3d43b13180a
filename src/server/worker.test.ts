// The worker runs without Next: what only works inside a request is no part of it, however far down it is imported.
import path from "node:path";
import { build } from "esbuild";
import { expect, test } from "vitest";

test("the worker needs nothing of Next's", async () => {
  const src = path.join(import.meta.dirname, "..");
  const { metafile } = await build({
    entryPoints: [path.join(src, "server/worker.ts")],
    outdir: "unused",
    write: false,
    metafile: true,
    bundle: true,
    splitting: true,
    packages: "external",
    platform: "node",
    format: "esm",
    alias: { "@": src },
    jsx: "automatic",
    logLevel: "silent",
  });
  const asked = Object.values(metafile.outputs).flatMap(({ imports }) => imports.map((each) => each.path));
  expect(asked).toContain("pg-boss");
  expect(asked.filter((name) => /^next(-auth)?(\/|$)/.test(name))).toEqual([]);
});
