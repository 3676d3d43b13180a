// What a change leaves of an account, and that only credit that goes releases earmarks.
import { expect, test } from "vitest";
import { canCharge, type AccountFigures } from "./account.ts";
import { sumOfEffects, figuresAfter, paying } from "./figures-after.ts";
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

test("the effect is the contract's: what is charged to a limit falls by what is paid, applied or not", () => {
  const figures: AccountFigures = {
    balanceCents: cents(185_090),
    openCreditCents: cents(30_000),
    earmarkedCents: cents(10_000),
    reservedCents: cents(0),
    retainedCents: cents(0),
    netCents: cents(155_090),
    countEarmarked: false,
  };
  const credit = {
    status: "good",
    chargingAllowed: true,
    heldForAge: null,
    raisedUntil: null,
    limit: { kind: "limit", limitCents: cents(500_000) },
    hasAddress: true,
  } as const;
  expect(canCharge(figures, credit)).toEqual({ kind: "amount", amountCents: 334_910 });
  const after = figuresAfter(
    figures,
    paying({ paidCents: cents(60_000), appliedCents: cents(50_000) }),
  ).after;
  expect(after).toMatchObject({ balanceCents: 135_090, openCreditCents: 40_000, netCents: 95_090 });
  expect(canCharge(after, credit)).toEqual({ kind: "amount", amountCents: 394_910 });
  const moved = figuresAfter(figures, paying({ paidCents: cents(0), appliedCents: cents(20_000) })).after;
  expect(moved).toMatchObject({ balanceCents: 165_090, openCreditCents: 10_000, netCents: 155_090 });
});

test("what is left out of a change stays", () => {
  expect(figuresAfter(figures, {}, earmarks)).toEqual({ after: figures, releasedEarmarks: [] });
});

test("several events are as one after another", () => {
  const effects = [
    { openItemsCents: cents(25), openCreditCents: cents(-40), netCents: cents(65), retainedCents: cents(5) },
    { openItemsCents: cents(-30), openCreditCents: cents(10), netCents: cents(-40), retainedCents: cents(0) },
  ];
  const each = effects.reduce((at, effect) => figuresAfter(at, effect).after, figures);
  expect(figuresAfter(figures, sumOfEffects(effects)).after).toEqual(each);
});
