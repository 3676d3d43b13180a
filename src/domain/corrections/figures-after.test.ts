// What an effect leaves of an account, and that earmarks give way only to credit that goes.
import { expect, test } from "vitest";
import { figuresAfter } from "./figures-after.ts";
import { cents } from "../values/money.ts";

const figures = {
  balanceCents: cents(1000),
  openCreditCents: cents(300),
  earmarkedCents: cents(150),
  reservedCents: cents(0),
  retainedCents: cents(20),
  netCents: cents(700),
  countEarmarked: false,
};
const earmarks = [
  { id: "1", note: "spring", amountCents: cents(100) },
  { id: "2", note: "patio", amountCents: cents(50) },
];
const after = (items: number, credit: number) =>
  figuresAfter(figures, { openItemsCents: cents(items), openCreditCents: cents(credit) }, earmarks);

test("a debt more touches no earmark", () => {
  expect(after(25, 0)).toEqual({
    after: { ...figures, balanceCents: 1025, netCents: 725 },
    releasedEarmarks: [],
  });
});

test("credit that goes takes the newest earmark with it", () => {
  const { after: then, releasedEarmarks } = after(0, -200);
  expect(releasedEarmarks.map((earmark) => earmark.note)).toEqual(["patio"]);
  expect(then).toMatchObject({ openCreditCents: 100, earmarkedCents: 100, netCents: 900 });
  expect(after(0, -150).releasedEarmarks).toEqual([]);
  expect(after(0, -300).after).toMatchObject({ openCreditCents: 0, earmarkedCents: 0 });
});
