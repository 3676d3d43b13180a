// A sale's effect on the account: a payment on account frees credit before the house charge is judged.
import { expect, test } from "vitest";
import { day } from "../values/day.ts";
import type { AccountFigures, CreditTerms } from "../ledger/account.ts";
import { ZERO, cents, formatAmount, type Cents } from "../values/money.ts";
import { effectOfSale } from "./sale-effect.ts";

const FIGURES: AccountFigures = {
  balanceCents: cents(80_00),
  openCreditCents: ZERO,
  earmarkedCents: ZERO,
  reservedCents: ZERO,
  retainedCents: ZERO,
  netCents: cents(80_00),
  countEarmarked: false,
};
const CREDIT: CreditTerms = {
  status: "good",
  chargingAllowed: true,
  heldForAge: null,
  limit: { kind: "limit", limitCents: cents(100_00) },
  raisedUntil: null,
  hasAddress: true,
};
const write = (amount: Cents) => formatAmount(amount, "USD", "en-US");
type More = Partial<Pick<Parameters<typeof effectOfSale>[1], "applied" | "debts" | "jobRoomCents">> & {
  credit?: CreditTerms;
};
const TODAY = day("2026-11-30");
const effect = (
  onAccount: number,
  charge: number,
  { credit = CREDIT, applied = "oldest-first", debts = null, jobRoomCents = null }: More = {},
) =>
  effectOfSale(
    { figures: FIGURES, credit },
    {
      total: { onAccountCents: cents(onAccount) },
      houseChargeCents: cents(charge),
      applied,
      debts,
      jobRoomCents,
      on: TODAY,
    },
    write,
  );

test("within the limit it goes through, and is owed", () => {
  expect(effect(0, 20_00)).toEqual({
    credit: CREDIT,
    before: FIGURES,
    after: { ...FIGURES, balanceCents: 100_00, netCents: 100_00 },
    refused: null,
    barred: null,
  });
});

test("a cent above it doesn't, unless as much is paid on account", () => {
  expect(effect(0, 20_01).refused).toContain("0.01 above what this customer can charge, which is 20.00");
  expect(effect(1, 20_01)).toMatchObject({ refused: null, after: { balanceCents: 100_00 } });
});

test("on a job it needs room there, too; what the account refuses is said first", () => {
  const room = { jobRoomCents: cents(10_00) };
  expect(effect(0, 10_00, room).refused).toBeNull();
  expect(effect(0, 10_01, room).refused).toBe(
    "That is 0.01 above what can still be charged on this job, which is 10.00.",
  );
  expect(effect(0, 20_01, room).refused).toContain("what this customer can charge");
  expect(effect(0, 0, { jobRoomCents: ZERO }).refused).toBeNull();
});

test("what is paid beyond the balance is open credit, and widens what can be charged", () => {
  const { after, refused } = effect(90_00, 110_00);
  expect(after).toMatchObject({ balanceCents: 110_00, openCreditCents: 10_00, netCents: 100_00 });
  expect(refused).toBeNull();
});

test("what isn't applied of a payment on account is open credit, and widens it all the same", () => {
  const { before, after, refused } = effect(30_00, 50_00, {
    applied: [{ itemId: 1, amountCents: cents(10_00) }],
  });
  expect(before).toMatchObject({ balanceCents: 70_00, openCreditCents: 20_00, netCents: 50_00 });
  expect(after).toMatchObject({ balanceCents: 120_00, openCreditCents: 20_00, netCents: 100_00 });
  expect(refused).toBeNull();
});

test("who may not charge is barred from the first cent; without a charge nothing is refused", () => {
  const barred = effect(0, 0, { credit: { ...CREDIT, chargingAllowed: false } });
  expect(barred.refused).toBeNull();
  expect(barred.barred).toContain("to the account");
});

const debt = (itemId: number, dueOn: string, openCents: number) => ({
  itemId,
  number: `INV-${itemId}`,
  issuedOn: day("2026-01-01"),
  dueOn: day(dueOn),
  openCents: cents(openCents),
});
const OLD = [debt(1, "2026-09-01", 30_00), debt(2, "2026-11-25", 50_00)];
const held = { ...CREDIT, heldForAge: { daysPastDue: 90, afterDays: 60 } };

test("a payment that settles what is due too long ends the hold before the charge, as posting does", () => {
  expect(effect(0, 10_00, { credit: held, debts: OLD }).refused).toContain("90 days past due");
  expect(effect(29_99, 10_00, { credit: held, debts: OLD }).refused).toContain("90 days past due");
  expect(effect(30_00, 10_00, { credit: held, debts: OLD })).toMatchObject({
    refused: null,
    barred: null,
    credit: { heldForAge: null },
  });
});

test("what is chosen counts, and not what would be oldest; what isn’t known ends no hold", () => {
  const other = { applied: [{ itemId: 2, amountCents: cents(50_00) }], credit: held };
  expect(effect(50_00, 10_00, { ...other, debts: OLD }).refused).toContain("90 days past due");
  expect(effect(30_00, 10_00, { credit: held, debts: null }).refused).toContain("90 days past due");
});
