// What was paid, un-applied and paid again reads in order, and ends at what is left.
import { expect, test } from "vitest";
import { day } from "../values/day.ts";
import { cents } from "../values/money.ts";
import { settlementHistory, type Step } from "./settlement.ts";

const event = (eventId: number) => ({ eventId, name: `Event ${eventId}` });
const applied = (by: number, credit: number, amount: number): Step => ({
  by: event(by),
  on: day("2026-03-01"),
  kind: "applied",
  credit: { ...event(credit), paymentId: null, creditMemoId: null },
  amountCents: cents(amount),
});
const told = (...steps: Step[]) =>
  settlementHistory(cents(100), steps).map((step) => [step.openCents, step.reversedBy?.eventId ?? null]);

test("nothing happened", () => {
  expect(told()).toEqual([]);
});

test("two payments settle it", () => {
  expect(told(applied(2, 2, 60), applied(3, 3, 40))).toEqual([
    [40, null],
    [0, null],
  ]);
});

test("a bounced one is struck out by what reversed it, the other stands", () => {
  expect(told(applied(2, 2, 60), applied(3, 3, 40), applied(4, 2, -60))).toEqual([
    [40, 4],
    [0, null],
    [60, null],
  ]);
});

test("applied, un-applied, applied anew: only the first is struck out", () => {
  expect(told(applied(2, 2, 60), applied(5, 2, -60), applied(6, 2, 30))).toEqual([
    [40, 5],
    [100, null],
    [70, null],
  ]);
});

test("twice applied, the later one un-applied; then all", () => {
  expect(told(applied(2, 2, 30), applied(5, 2, 20), applied(6, 2, -20), applied(7, 2, -30))).toEqual([
    [70, 7],
    [50, 6],
    [70, null],
    [100, null],
  ]);
});

test("the invoice itself reversed", () => {
  const whole: Step = { ...applied(9, 0, 100), kind: "reversed", credit: null };
  expect(told(applied(2, 2, 30), applied(9, 2, -30), whole)).toEqual([
    [70, 9],
    [100, null],
    [0, null],
  ]);
});
