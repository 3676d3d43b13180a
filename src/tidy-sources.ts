// Every source file as the house rules see it: what it imports, and what of it runs.
import fs from "node:fs";
import path from "node:path";

export const SRC = import.meta.dirname;

export type Source = {
  file: string;
  lines: number;
  code: string;
  isTest: boolean;
  imports: string[];
  /** Of the imports those that are there when it runs: types are gone by then. */
  runs: string[];
  /** Of these, those that come with it, and not when they are asked for. */
  along: string[];
};

/** Asked for while it runs. */
const LAZY = /\b(?:import|require)\s*\(\s*["']([^"'\n]+)["']\s*\)/g;

export const sources: Source[] = fs
  .readdirSync(SRC, { recursive: true, encoding: "utf8" })
  .map((name) => name.replaceAll(path.sep, "/"))
  .filter((name) => /\.(ts|tsx|mts|mjs|js|jsx)$/.test(name) && !name.includes("node_modules/"))
  .sort()
  .map(read);

function read(file: string): Source {
  const text = fs.readFileSync(path.join(SRC, file), "utf8");
  // Comments may speak of anything; what counts is what runs.
  const code = text.replace(/\/\*[\s\S]*?\*\//g, "").replace(/(^|[^:"'`\\])\/\/[^\n]*/g, "$1");
  const lines = text.trimEnd().split("\n").length;
  return {
    file,
    lines,
    code,
    isTest: /\.test\.tsx?$/.test(file),
    imports: importsOf(file, code),
    runs: importsOf(file, withoutTypes(code)),
    along: importsOf(file, withoutTypes(code).replace(LAZY, "")),
  };
}

function withoutTypes(code: string): string {
  return code
    .replace(/\b(?:import|export)\s+type\b[^;"']*from\s*["'][^"'\n]+["']/g, "")
    .replace(/\bimport\s*\{(?:\s*type\s+[\w\s]+,?)+\}\s*from\s*["'][^"'\n]+["']/g, "");
}

function importsOf(file: string, code: string): string[] {
  const named = /(?:^|[\s;}])(?:import|export)\b(?:[\w\s{},*$]|\btype\b)*?(?:from\s*)?["']([^"'\n]+)["']/g;
  const found = [...code.matchAll(named), ...code.matchAll(LAZY)].map((match) => match[1] ?? "");
  return [...new Set(found)].map((name) => {
    if (name.startsWith("@/")) return `src/${name.slice(2)}`;
    return name.startsWith(".") ? `src/${path.posix.join(path.posix.dirname(file), name)}` : name;
  });
}

/** What starts us runs before any package is installed: plain scripts, which can import none of ours. */
export const plain = (file: string) => file.startsWith("cli/") && file.endsWith(".mjs");

/** Where each rule finds its offenders; `where` says in which files the thing has its place. */
export const offenders = (thing: RegExp, where: (file: string) => boolean): string[] =>
  sources.filter(({ file, code }) => !where(file) && thing.test(code)).map(({ file }) => file);

export const is =
  (...files: string[]) =>
  (file: string) =>
    files.some((each) => file === each || (each.endsWith("/") && file.startsWith(each)));
