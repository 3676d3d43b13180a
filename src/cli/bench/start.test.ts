// What somebody hears who asks the bench how, or for a part that isn't there: at once, with nothing started.
import { spawnSync } from "node:child_process";
import path from "node:path";
import { expect, test } from "vitest";
import { PARTS } from "./parts.mjs";

const asked = (...words: string[]) => {
  const start = path.join(import.meta.dirname, "start.mjs");
  // Without a folder for its database or a port to listen on, nothing could be started.
  const env = { NODE_ENV: "test" as const, PATH: "", TMPDIR: "/nowhere" };
  const { status, stdout, stderr } = spawnSync(process.execPath, [start, ...words], {
    env,
    encoding: "utf8",
  });
  return { status, stdout, stderr };
};

test("--help tells every part in a line, and which of them want a calm machine", () => {
  const { status, stdout, stderr } = asked("--help");
  expect([status, stderr]).toEqual([0, ""]);
  for (const [name, { says, calm }] of Object.entries(PARTS)) {
    const line = stdout.split("\n").find((each) => each.trimStart().startsWith(`${name} `));
    expect([name, line]).toEqual([name, expect.stringContaining(says)]);
    expect([name, line?.slice(18, 19)]).toEqual([name, calm ? "*" : " "]);
  }
  expect(stdout).toContain("--json");
  expect(stdout).toContain("calm machine");
});

test("a part that isn't there is told, with those that are", () => {
  const { status, stdout, stderr } = asked("posting", "pages");
  expect([status, stdout]).toEqual([1, ""]);
  expect(stderr).toBe(`onaccount: there is no part pages; there are ${Object.keys(PARTS).join(", ")}.\n`);
});

test("an option that isn't there is told", () => {
  const { status, stderr } = asked("--jsn");
  expect(status).toBe(1);
  expect(stderr).toContain("unknown option '--jsn'");
});
