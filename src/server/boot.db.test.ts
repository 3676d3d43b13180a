// The web server starts only where the wall holds for it.
import { afterAll, expect, test } from "vitest";
import { closePool } from "@/db/client.ts";
import { standingFaults } from "@/db/directory/standing.ts";
import { direct, drizzleOn } from "@/db/testing/direct.ts";
import { needed } from "@/env.ts";
import { bootFaults } from "./boot.ts";
import { readyAnswer } from "./health.ts";

afterAll(closePool);

test("as the app, all is well", async () => {
  expect(await bootFaults(1)).toEqual([]);
  const answer = await readyAnswer();
  expect([answer.status, await answer.json()]).toEqual([200, { status: "ready" }]);
});

test("one who may act as the owner of the tables is turned away", async () => {
  const migrator = direct(needed("MIGRATOR_DATABASE_URL"));
  const faults = await standingFaults(drizzleOn(migrator));
  await migrator.end();
  expect(faults.join("; ")).toMatch(/onaccount_migrator owns .* or may act as the owner/);
});
