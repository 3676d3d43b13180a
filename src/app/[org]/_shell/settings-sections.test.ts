// The list of the settings' sections names every page that the settings have, once, and no other.
import fs from "node:fs";
import { expect, test } from "vitest";
import { SETTINGS_GROUPS } from "./settings-sections.ts";

test("every section of the settings stands in one group", () => {
  const pages = fs.globSync("*/page.tsx", { cwd: "src/app/[org]/settings" });
  const inFolders = pages.map((page) => page.replace("/page.tsx", "").replace("(general)", "")).sort();
  const listed = SETTINGS_GROUPS.flatMap(({ sections }) => sections.map(([section]) => section ?? ""));
  expect([...listed].sort()).toEqual(inFolders);
});
