// The way from a statement's closing balance to today's.
import { expect, test } from "vitest";
import { day } from "../values/day.ts";
import { cents } from "../values/money.ts";
import { changesSince, type ChangeEvent } from "./changes-since.ts";

const event = (eventId: number, amount: number): ChangeEvent => ({
  eventId,
  type: amount > 0 ? "Invoice" : "Payment",
  onDay: day("2026-03-04"),
  documentNumber: null,
  amountCents: cents(amount),
  isVoided: false,
});

test("each change says what is owed after it", () => {
  const latest = [event(7, -500_00), event(9, 30_00)];
  const since = changesSince(cents(1_630_00), cents(1_160_00), {
    latest,
    count: 2,
    amountCents: cents(-470_00),
  });
  expect(since.lines.map((line) => line.balanceCents)).toEqual([1_130_00, 1_160_00]);
  expect(since.earlier).toEqual({ count: 0, amountCents: 0 });
});

test("what is too much for a page is told as one sum, and the lines go on from there", () => {
  const latest = [event(9, 30_00)];
  const since = changesSince(cents(100_00), cents(90_00), { latest, count: 3, amountCents: cents(-10_00) });
  expect(since.earlier).toEqual({ count: 2, amountCents: -40_00 });
  expect(since.lines[0]?.balanceCents).toBe(90_00);
});

test("what was reversed since, too, is told once and changes nothing", () => {
  const latest = [event(7, -500_00), { ...event(8, 80_00), isVoided: true }, event(9, 30_00)];
  const found = { latest, count: 4, amountCents: cents(-471_00) };
  const since = changesSince(cents(1_630_00), cents(1_159_00), found);
  expect(since.earlier).toEqual({ count: 1, amountCents: -1_00 });
  expect(since.lines.map((line) => line.balanceCents)).toEqual([1_129_00, 1_129_00, 1_159_00]);
});

test("nothing has changed", () => {
  const none = { latest: [], count: 0, amountCents: cents(0) };
  expect(changesSince(cents(5), cents(5), none).lines).toEqual([]);
});

test("a change that is missing is no page", () => {
  const found = { latest: [event(9, 30_00)], count: 1, amountCents: cents(30_00) };
  expect(() => changesSince(cents(0), cents(31_00), found)).toThrow(/today's balance/);
  expect(() => changesSince(cents(0), cents(31_00), { ...found, amountCents: cents(31_00) })).toThrow(
    /come to nothing/,
  );
});
