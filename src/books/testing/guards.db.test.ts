// Every constraint and trigger of the books: its counterexample is refused by it, and only because of it, or because of
// one that is named beside it.
import { expect, test } from "vitest";
import { TARGETS } from "@/db/testing/guards/broken-by-rule.ts";
import { tryGuards } from "./guard-trial.ts";

test(
  "each guard refuses what is wrong, and without it that passes, or is held by a second one that is named",
  { timeout: 120_000 },
  async () => {
    const { verdicts, unnamed } = await tryGuards();
    const wrong = verdicts.filter(({ guard, refusedBy }) => refusedBy !== (guard.by ?? guard.name));
    expect.soft(wrong.map(({ guard, refusedBy }) => `${guard.name}: ${refusedBy ?? "passes"}`)).toEqual([]);
    const held = verdicts.filter(({ guard, withoutIt }) => withoutIt !== (guard.heldBy ?? null));
    expect.soft(held.map(({ guard, withoutIt }) => `${guard.name}: ${withoutIt ?? "passes"}`)).toEqual([]);
    expect(new Set(unnamed)).toEqual(TARGETS);
  },
);
