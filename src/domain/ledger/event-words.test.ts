// Every kind of event can be said, with its size and never a sign.
import { expect, test } from "vitest";
import { EVENT_KINDS } from "./account.ts";
import { eventWords, useWords } from "./event-words.ts";
import { ZERO, cents, formatAmount } from "../values/money.ts";

const write = (amount: ReturnType<typeof cents>) => formatAmount(amount, "USD");
const applied = { kind: "applied", credit: null, item: null, amountCents: cents(60_00) } as const;

test.each(EVENT_KINDS.filter((kind) => kind !== "deposit"))("%s", (kind) => {
  for (const amountCents of [cents(1_234_50), cents(-1_234_50)]) {
    const words = eventWords({ kind, amountCents, uses: [] }, write);
    expect(words).toMatch(/(^|\s)1,234\.50.*\.$/);
    expect(words).not.toMatch(/[-−]1,234/);
  }
});

test("what moves no money is told by what it applied or un-applied", () => {
  const event = (amountCents: number) => ({
    amountCents: ZERO,
    uses: [{ ...applied, amountCents: cents(amountCents) }],
  });
  expect(eventWords({ kind: "application", ...event(60_00) }, write)).toContain(
    "60.00 of open credit was applied",
  );
  expect(eventWords({ kind: "un-application", ...event(-60_00) }, write)).toContain(
    "60.00 that had been applied",
  );
});

test("a deposit moves nothing of the customer's", () => {
  expect(eventWords({ kind: "deposit", amountCents: ZERO, uses: [] }, write)).toContain("taken to the bank");
});

test("a use that gives back says so", () => {
  expect(useWords(applied)).toBe("Applied");
  expect(useWords({ ...applied, amountCents: cents(-60_00) })).toBe("Un-applied");
  expect(useWords({ ...applied, kind: "refunded" })).toBe("Refunded");
});
