// Four thousand random commands, of every kind, late, refused, twice and at once: the books and a model that has
// never seen a database refuse alike and say the same of every account, on every day, as known at every instant.
import { expect, test } from "vitest";
import { liveMany } from "./model-run.ts";
import { withOwnDatabase } from "@/db/own-database.ts";

test("books and model live the same histories", { timeout: 300_000 }, async () => {
  const tally = await withOwnDatabase("onaccount_model", () =>
    liveMany({ commands: 4_200, seed: 20_261_121, lanes: 4 }),
  );
  console.log(
    [...tally]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, n]) => `${name} ${n}`)
      .join(" · "),
  );
  const done = [...tally].filter(([name]) => !name.includes(":"));
  expect(done.length).toBe(37);
});
