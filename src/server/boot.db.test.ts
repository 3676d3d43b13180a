// The web server starts only where the wall holds for it.
import { afterAll, afterEach, expect, test, vi } from "vitest";
import { closePool } from "@/db/client.ts";
import { standingFaults } from "@/db/directory/standing.ts";
import { postgresFault } from "@/db/server-version.ts";
import { direct, drizzleOn } from "@/db/testing/direct.ts";
import { needed } from "@/env.ts";
import { bootFaults } from "./boot.ts";
import { readyAnswer } from "./health.ts";

vi.mock("@/db/server-version.ts", async (original) => {
  const real = await original<typeof import("@/db/server-version.ts")>();
  return { ...real, postgresFault: vi.fn<typeof real.postgresFault>(real.postgresFault) };
});

afterAll(closePool);
afterEach(() => void vi.unstubAllEnvs());

test("as the app, all is well", async () => {
  expect(await bootFaults(1)).toEqual([]);
  const answer = await readyAnswer();
  expect([answer.status, await answer.json()]).toEqual([200, { status: "ready" }]);
});

test("a program of another version doesn't start; one that runs goes on while the database is brought up", async () => {
  vi.stubEnv("DRIZZLE_VERSION", JSON.stringify({ migrations: [], functions: [] }));
  expect(await bootFaults(1)).toEqual([
    "the database has the migration 0000_ground, which this version doesn't know",
  ]);
  expect(await standingFaults()).toEqual([]);
  vi.stubEnv("DRIZZLE_VERSION", "");
  expect(await bootFaults(1)).toEqual([expect.stringMatching(/^DRIZZLE_VERSION is not set/)]);
});

test("on a PostgreSQL with known holes it doesn't start", async () => {
  vi.mocked(postgresFault).mockReturnValueOnce(postgresFault(170_009));
  expect(await bootFaults(1)).toEqual([
    expect.stringMatching(/^the server is PostgreSQL 17\.9, which has known holes; .* needs 15\.18, /),
  ]);
  expect(await bootFaults(1)).toEqual([]);
  expect(vi.mocked(postgresFault).mock.calls.at(-1)?.[0]).toBeGreaterThanOrEqual(180_004);
});

test("one who may act as the owner of the tables is turned away", async () => {
  const migrator = direct(needed("MIGRATOR_DATABASE_URL"));
  const faults = await standingFaults(drizzleOn(migrator));
  await migrator.end();
  expect(faults.join("; ")).toMatch(/onaccount_migrator owns .* or may act as the owner/);
});
