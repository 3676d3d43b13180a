// Five thousand random commands, of every kind, late, refused, twice and at once: the books and a model that has
// never seen a database refuse alike and say the same of every account, on every day, as known at every instant.
import { afterAll, expect, test } from "vitest";
import { closePool } from "@/db/client.ts";
import { liveMany } from "./testing/model-run.ts";

afterAll(closePool);

test("books and model live the same histories", { timeout: 120_000 }, async () => {
  const tally = await liveMany({ commands: 5_040, seed: 20_261_121, lanes: 4 });
  console.log(
    [...tally]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, n]) => `${name} ${n}`)
      .join(" · "),
  );
  const done = [...tally].filter(([name]) => !name.includes(":"));
  expect(done.length).toBe(21);
});
