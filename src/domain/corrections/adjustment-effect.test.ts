// What the form shows of a correction is what its event does.
import { expect, test } from "vitest";
import type { AccountFigures } from "../ledger/account.ts";
import { figuresAfter } from "../ledger/figures-after.ts";
import { effectOf, type EventHeader } from "../ledger/posting.ts";
import { day } from "../values/day.ts";
import { ZERO, cents } from "../values/money.ts";
import { postAdjustmentDown, postAdjustmentUp, postRecovery, postWriteOff } from "./adjustment.ts";
import { effectOfAdjusting } from "./adjustment-effect.ts";

const on = day("2026-03-05");
const place: EventHeader = {
  number: 7,
  accountId: "a",
  effectiveOn: on,
  period: day("2026-03-01"),
  memo: "",
};
const figures: AccountFigures = {
  balanceCents: cents(100_00),
  openCreditCents: cents(40_00),
  earmarkedCents: ZERO,
  reservedCents: ZERO,
  retainedCents: ZERO,
  netCents: cents(60_00),
  countEarmarked: false,
};
const amountCents = cents(12_34);

test.each([
  ["write-off", postWriteOff(place, { itemId: 1, amountCents })],
  ["down", postAdjustmentDown(place, { amountCents })],
  ["up", postAdjustmentUp(place, { amountCents, dueOn: on })],
  ["recovery", postRecovery(place, { amountCents, dueOn: on })],
] as const)("%s", (kind, posted) => {
  const shown = figuresAfter(figures, effectOfAdjusting(kind, amountCents));
  expect(shown).toEqual(figuresAfter(figures, effectOf(posted)));
  expect(shown.after).not.toEqual(figures);
});
