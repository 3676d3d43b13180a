// What speaks against an invoice on terms, and what doesn't.
import { expect, test } from "vitest";
import type { CreditTerms } from "../ledger/account.ts";
import { SAMPLE_FIGURES, sampleTerms } from "../testing/samples.ts";
import { cents, formatAmount, type Cents } from "../values/money.ts";
import { againstInvoiceWords } from "./charging-words.ts";
import { againstInvoice } from "./invoice-policy.ts";

const write = (amount: Cents) => formatAmount(amount, "USD");

test.each<[string, Partial<CreditTerms>, number, string | null]>([
  ["all that is left", {}, 20_00, null],
  ["a cent more", {}, 20_01, "That is 0.01 above what this customer can charge, which is 20.00."],
  ["without a limit", { limit: { kind: "none" } }, 9_999_00, null],
  ["without an upper limit", { limit: { kind: "unlimited" } }, 9_999_00, null],
  ["who may not charge at the counter", { chargingAllowed: false }, 20_00, null],
  ["without an address", { hasAddress: false }, 20_00, null],
  ["on hold", { status: "hold", holdReason: "Sued us" }, 1, "The account is on hold: Sued us."],
  ["on hold, without a limit", { status: "hold", limit: { kind: "none" } }, 1, "The account is on hold."],
])("%s", (_what, more, amount, words) => {
  const invoicedCents = cents(amount);
  const against = againstInvoice({ figures: SAMPLE_FIGURES, credit: sampleTerms(more) }, invoicedCents);
  expect(against && againstInvoiceWords(against, { figures: SAMPLE_FIGURES, invoicedCents }, write)).toBe(
    words,
  );
});
