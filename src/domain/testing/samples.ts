// For tests: an account with what it is owed and may charge, and what somebody signed.
import type { AccountFigures, CreditTerms } from "../ledger/account.ts";
import { cents } from "../values/money.ts";

/** 80.00 is owed, and nothing else. */
export const SAMPLE_FIGURES: AccountFigures = {
  balanceCents: cents(80_00),
  openCreditCents: cents(0),
  earmarkedCents: cents(0),
  reservedCents: cents(0),
  retainedCents: cents(0),
  netCents: cents(80_00),
  countEarmarked: false,
};

/** May charge up to 100.00. */
export const sampleTerms = (more: Partial<CreditTerms> = {}): CreditTerms => ({
  status: "good",
  chargingAllowed: true,
  heldForAge: null,
  limit: { kind: "limit", limitCents: cents(100_00) },
  raisedUntil: null,
  hasAddress: true,
  ...more,
});

export const SAMPLE_SIGNATURE = {
  path: "M100 100L900 300",
  name: "Ann Lee",
  way: "phone",
  signedAt: "2026-11-21T22:32:00Z",
  shown: null,
} as const;
