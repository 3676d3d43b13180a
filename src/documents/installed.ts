// Files of installed packages, looked for upwards from where we run and from where this file is: a build moves the file,
// a command may be typed in any folder, and the standalone server carries node_modules of its own.
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { present } from "@/domain/assert.ts";

export function installed(file: string): string {
  const places = [process.cwd(), dirname(fileURLToPath(import.meta.url))].flatMap(foldersAbove);
  const paths = places.map((place) => join(place, "node_modules", file));
  const found = paths.find((path) => existsSync(path));
  return present(found, `${file} is installed`);
}

function foldersAbove(folder: string): string[] {
  const parent = dirname(folder);
  return parent === folder ? [folder] : [folder, ...foldersAbove(parent)];
}
