// Credit memos of invoices for tests: in few words, for what they come to, and the taxes of two agencies that they give back.
import { inputOf } from "@/domain/input-of.ts";
import { NewInvoiceCredit } from "@/domain/invoices/credit-memo-input.ts";
import { creditLines, totalCredit, type CreditChoice } from "@/domain/invoices/invoice-credit.ts";
import { day } from "@/domain/values/day.ts";
import { cents } from "@/domain/values/money.ts";
import { readTaxes } from "../business/read-taxes.ts";
import { addAgency, addCombined, addRate, chooseDefault } from "../business/taxes.ts";
import { creditInvoice } from "../invoices/credit-invoice.ts";
import { readCreditable } from "../invoices/creditable.ts";
import type { Ledger } from "../story/ledger-dsl.ts";

export const line = (at: number, quantity: string) => ({ line: at, quantity });
export const amount = (at: number, units: number) => ({ line: at, amountCents: cents(units) });
type Chosen = ReturnType<typeof line> | ReturnType<typeof amount>;
export const byLines = (...lines: Chosen[]): CreditChoice => ({ by: "lines", lines });
export const WHOLE: CreditChoice = { by: "whole" };

type More = { on?: string; seen?: number; key?: string; reason?: string; notesToCustomer?: string };

/** Left out, `seen` is what it comes to. */
export async function credited(
  business: Ledger,
  { invoiceId, choice }: { invoiceId: string; choice: CreditChoice },
  { on = "2026-06-20", seen, key, ...texts }: More = {},
) {
  const worth = async () => {
    const billed = await business.read((books) => readCreditable(books, invoiceId));
    return totalCredit(creditLines(billed, choice)).totalCents;
  };
  const seenTotalCents = seen === undefined ? await worth() : cents(seen);
  const spelled = choice.by === "lines" ? { ...choice, lines: [...choice.lines] } : choice;
  const given = { invoiceId, issuedOn: day(on), choice: spelled, seenTotalCents, ...texts };
  return business.change((books) => creditInvoice(books, inputOf(NewInvoiceCredit, given)), key);
}

/** State 6 %, city 2 %, or what is said: every sale's. */
export async function twoAgencies(business: Ledger, state = "6", city = "2"): Promise<void> {
  const first = (await business.read(readTaxes)).agencies[0]?.agencyId ?? "";
  const { agencyId } = await business.change((books) => addAgency(books, { name: "City of Barre" }));
  const add = async (name: string, of: string, percent: string) =>
    (await business.change((books) => addRate(books, { name, agencyId: of, percent }))).rateId;
  const rateIds = [await add("State tax", first, state), await add("City tax", agencyId, city)];
  const both = await business.change((books) => addCombined(books, { name: "Both", rateIds }));
  await business.change((books) => chooseDefault(books, { version: 1, rateId: both.rateId }));
}
