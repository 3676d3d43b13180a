// A sale's effect on the account: a payment on account frees credit before the house charge is judged.
import { expect, test } from "vitest";
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
  heldForAge: false,
  limit: { kind: "limit", limitCents: cents(100_00) },
  raisedUntil: null,
  hasAddress: true,
};
const write = (amount: Cents) => formatAmount(amount, "USD", "en-US");
const effect = (onAccount: number, charge: number, credit = CREDIT) =>
  effectOfSale(
    { figures: FIGURES, credit },
    { total: { onAccountCents: cents(onAccount) }, houseChargeCents: cents(charge) },
    write,
  );

test("within the limit it goes through, and is owed", () => {
  expect(effect(0, 20_00)).toEqual({
    after: { ...FIGURES, balanceCents: 100_00, netCents: 100_00 },
    refused: null,
    barred: null,
  });
});

test("a cent above it doesn't, unless as much is paid on account", () => {
  expect(effect(0, 20_01).refused).toContain("0.01 above what this customer can charge, which is 20.00");
  expect(effect(1, 20_01)).toMatchObject({ refused: null, after: { balanceCents: 100_00 } });
});

test("what is paid beyond the balance is open credit, and widens what can be charged", () => {
  const { after, refused } = effect(90_00, 110_00);
  expect(after).toMatchObject({ balanceCents: 110_00, openCreditCents: 10_00, netCents: 100_00 });
  expect(refused).toBeNull();
});

test("who may not charge is barred from the first cent; without a charge nothing is refused", () => {
  const barred = effect(0, 0, { ...CREDIT, chargingAllowed: false });
  expect(barred.refused).toBeNull();
  expect(barred.barred).toContain("to the account");
});
