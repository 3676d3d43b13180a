// `npm run keys`: which secret is kept when, and what the work on the sealed ones is told of them. What it does with the database is
// tried in src/server/reseal-secrets.db.test.ts.
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { openDataDir } from "./datadir.mjs";
import { keys } from "./keys.mjs";

type Env = Record<string, string | undefined>;
const { asked, answers } = vi.hoisted(() => ({
  asked: [] as { args: string[]; env: Env; kept: string }[],
  answers: [] as number[],
}));
let folder = "";
const kept = () => openDataDir(folder).secrets() as { authSecret: string; before?: string[] };

vi.mock("./scripts.mjs", () => ({
  script: (_file: string, args: string[], env: Env) => {
    asked.push({ args, env, kept: kept().authSecret });
    return Promise.resolve(answers.shift() ?? 0);
  },
}));

beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), "keys-"));
  vi.stubEnv("DATA_DIR", folder);
  vi.stubEnv("AUTH_SECRET", "");
  vi.stubEnv("AUTH_SECRET_BEFORE", "");
  asked.length = 0;
  answers.length = 0;
});
afterEach(() => {
  vi.unstubAllEnvs();
  fs.rmSync(folder, { recursive: true });
});

const opened = (work: (env: Env) => unknown) => work({ DATABASE_URL: "x" });
const run = (...words: string[]) => keys(words, { open: opened, openIdle: opened });

test("rotate keeps a new secret before anything is sealed with it, and the old one beside it", async () => {
  const { authSecret: first } = kept();
  expect(await run("rotate")).toBe(0);
  const { authSecret: second, before } = kept();
  expect([second === first, before]).toEqual([false, [first]]);
  expect(asked).toEqual([
    {
      args: ["reseal"],
      env: { DATABASE_URL: "x", AUTH_SECRET: second, AUTH_SECRET_BEFORE: first },
      kept: second,
    },
  ]);
  await run("rotate");
  expect(kept().before).toEqual([second, first]);
});

test("forget lets the ones before go, and not while something is sealed with one of them", async () => {
  await run("rotate");
  const { authSecret, before } = kept();
  answers.push(2);
  await expect(run("forget")).rejects.toThrow(/still sealed with a key before: npm run keys -- rotate/);
  expect(kept().before).toEqual(before);
  expect(await run("forget")).toBe(0);
  expect(kept()).toMatchObject({ authSecret, before: [] });
});

test("status only asks, and what is sealed with one before is no failure of it", async () => {
  const before = kept();
  answers.push(2);
  expect(await run()).toBe(0);
  expect(asked.map(({ args }) => args)).toEqual([["status"]]);
  answers.push(1);
  expect(await run("status")).toBe(1);
  expect(kept()).toEqual(before);
});

test("whoever sets the secret themselves is told how, and their folder keeps none", async () => {
  vi.stubEnv("AUTH_SECRET", "theirs-theirs-theirs-theirs-theirs-theirs");
  const before = kept();
  await expect(run("rotate")).rejects.toThrow(/Start every copy with the new secret/);
  expect(asked).toEqual([]);
  vi.stubEnv("AUTH_SECRET_BEFORE", "old-old-old-old-old-old-old-old-old-old");
  expect(await run("rotate")).toBe(0);
  expect(asked.map(({ args }) => args)).toEqual([["reseal"]]);
  expect(kept()).toEqual(before);
});

test("another word is told what there is", async () => {
  await expect(run("lose")).rejects.toThrow(/status, rotate or forget/);
  await expect(run("rotate", "now")).rejects.toThrow(/status, rotate or forget/);
});
