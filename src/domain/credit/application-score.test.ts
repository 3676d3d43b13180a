// The score of an application: what each rule gives, and what must hold of any.
import fc from "fast-check";
import { expect, test } from "vitest";
import { cents } from "../values/money.ts";
import { scoreApplication, type Scored } from "./application-score.ts";

const given = (more: Partial<Scored> = {}): Scored => ({
  years: 12,
  monthlyCents: cents(4_000_00),
  wantedCents: cents(6_000_00),
  reachable: 3,
  taxNumber: "12-345",
  email: "ap@alder.example",
  hasFile: true,
  ...more,
});

test("all that there is to have is a hundred, and what was asked for", () => {
  expect(scoreApplication(given())).toMatchObject({ points: 100, of: 100, suggestedCents: 6_000_00 });
});

test.each<[string, Partial<Scored>, number]>([
  ["a new business", { years: 1 }, 75],
  ["of five years", { years: 5 }, 95],
  ["one reference", { reachable: 1 }, 83],
  ["no references", { reachable: 0 }, 75],
  ["three months at once", { wantedCents: cents(12_000_00) }, 90],
  ["more than three", { wantedCents: cents(12_000_01) }, 80],
  ["no purchases", { monthlyCents: cents(0) }, 80],
  ["no paper", { hasFile: false }, 90],
  ["a free address", { email: "ap@GMail.com" }, 90],
  ["no tax number", { taxNumber: "" }, 90],
])("%s", (_what, more, points) => {
  const score = scoreApplication(given(more));
  expect(score.points).toBe(points);
  expect(score.lines.reduce((all, line) => all + line.points, 0)).toBe(points);
});

test("of any: within its range, whole hundreds or what was asked for, and never more than that", () => {
  const amount = fc.integer({ min: 0, max: 1_000_000_00 }).map(cents);
  const any = fc.record<Scored>({
    years: fc.nat(100),
    monthlyCents: amount,
    wantedCents: amount,
    reachable: fc.nat(3),
    taxNumber: fc.constantFrom("", "1"),
    email: fc.constantFrom("a@gmail.com", "a@b.example"),
    hasFile: fc.boolean(),
  });
  fc.assert(
    fc.property(any, (some) => {
      const { points, of, suggestedCents } = scoreApplication(some);
      expect(points).toBeGreaterThanOrEqual(0);
      expect(points).toBeLessThanOrEqual(of);
      expect(suggestedCents).toBeLessThanOrEqual(some.wantedCents);
      expect(suggestedCents === some.wantedCents || suggestedCents % 100_00 === 0).toBe(true);
    }),
  );
});
