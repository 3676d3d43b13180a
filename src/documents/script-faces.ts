// Slices of Noto Sans made ready for the paper: unpacked, set to one weight, and kept for the next paper of the process.
import { readFile } from "node:fs/promises";
import * as fontkit from "fontkit";
import type { ScriptFace } from "./script-layout.ts";
import { spelledOut } from "./script-layout.ts";
import { sliceFile, type Slice } from "./script-fonts.ts";

/** Two weights are enough beside our own face's three. */
export type ScriptWeight = 400 | 600;

/** A slice takes some hundred kilobytes; all of Chinese in both weights would be 200 of them. */
const MOST_KEPT = 120;

const kept = new Map<string, Promise<ScriptFace>>();

export function scriptFace(slice: Slice, weight: ScriptWeight): Promise<ScriptFace> {
  const name = `${slice.family}-${slice.name}-${weight}`;
  const face = kept.get(name) ?? load(slice, weight, name).catch((error: unknown) => forget(name, error));
  // What was used last is forgotten last.
  kept.delete(name);
  kept.set(name, face);
  const [oldest] = kept.keys();
  if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest);
  return face;
}

function forget(name: string, error: unknown): never {
  kept.delete(name);
  throw error;
}

async function load(slice: Slice, weight: ScriptWeight, name: string): Promise<ScriptFace> {
  const { default: subsetFont } = await import("subset-font");
  const file = await subsetFont(await readFile(sliceFile(slice)), undefined, {
    keepAllGlyphs: true,
    targetFormat: "truetype",
    variationAxes: { wght: weight },
  });
  return spelledOut(fontkit.create(file) as ScriptFace, name);
}
