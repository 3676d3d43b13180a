// The worker's way with a run: one that goes through by itself is made in the same go, not when somebody sweeps.
import { afterAll, expect, test } from "vitest";
import { readRun, readRunFigures, startRun } from "@/books/statements/runs.ts";
import { freshBusiness } from "@/books/story/ledger-dsl.ts";
import { closePool } from "@/db/client.ts";
import { present } from "@/domain/assert.ts";
import { inputOf } from "@/domain/input-of.ts";
import { NewRun } from "@/domain/statements/run-input.ts";
import { day } from "@/domain/values/day.ts";
import { operatorActor } from "../actor.ts";
import { workOnRun } from "./statement-runs.ts";

afterAll(closePool);

test.each([
  [true, "done", 1],
  [false, "rehearsed", 0],
])("going through by itself is %s: it is %s, with %d made", async (goesThrough, state, made) => {
  const business = await freshBusiness();
  await business.customer("Owes").invoice("100.00", "2026-01-05").write();
  const asked = inputOf(NewRun, { kind: "open-item", asOf: day("2026-02-28"), deliver: "none" });
  const { runId } = await business.change((books) => startRun(books, { ...asked, goesThrough }));
  await workOnRun(present(await operatorActor(business.slug, "test"), "it is there"), runId);
  expect(await business.read((books) => readRun(books, runId))).toMatchObject({ state });
  expect(await business.read((books) => readRunFigures(books, runId))).toMatchObject({ made });
});
