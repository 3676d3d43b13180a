// Invoices from drafts, credit memos of them, and payments that keep a discount, carried out by the verbs of the books.
import { inputOf } from "@/domain/input-of.ts";
import { DraftInput } from "@/domain/invoices/draft-input.ts";
import { NewInvoiceCredit } from "@/domain/invoices/credit-memo-input.ts";
import { creditLines, totalCredit, type CreditChoice } from "@/domain/invoices/invoice-credit.ts";
import { NewPayment } from "@/domain/payments/payment-input.ts";
import { Refusal } from "@/domain/refusal.ts";
import { day } from "@/domain/values/day.ts";
import { decimalText } from "@/domain/values/decimal.ts";
import { ZERO, cents, decimalString, type Cents } from "@/domain/values/money.ts";
import { creditInvoice } from "../invoices/credit-invoice.ts";
import { readCreditable } from "../invoices/creditable.ts";
import { startDraft } from "../invoices/drafts.ts";
import { readTaxes } from "../invoices/invoice-taxes.ts";
import { issueDraft } from "../invoices/issue-draft.ts";
import type { Books } from "../open.ts";
import { recordPayment } from "../payments/payments.ts";
import type { Account } from "../story/ledger-dsl.ts";
import { MAY, draftOf, item } from "./drafts.ts";
import type { Command } from "./model-command.ts";
import { writtenBy } from "./model-desk-bank.ts";
import type { Answer } from "./model-answer.ts";

type Billing = Extract<Command, { do: "issue" | "credit" | "early" }>;

export function atTheOffice(
  books: Books,
  { account, jobId }: { account: Account | undefined; jobId: string | undefined },
  command: Billing,
): Promise<Answer> {
  switch (command.do) {
    case "issue":
      return issue(books, { customerId: account?.customerId ?? "", jobId: jobId ?? null }, command);
    case "credit":
      return credit(books, command);
    case "early":
      return payEarly(books, account?.accountId ?? "", command);
  }
}

async function issue(
  books: Books,
  where: { customerId: string; jobId: string | null },
  { on, lines, percent, early }: Extract<Command, { do: "issue" }>,
): Promise<Answer> {
  const draft = inputOf(
    DraftInput,
    draftOf({
      ...where,
      issuedOn: day(on),
      terms: early ? "net-30-2-10" : "net-30",
      retainage: percent === 0 ? "" : `${percent}%`,
      lines: lines.map(({ quantity, price, taxable }) =>
        item(
          decimalText({ units: BigInt(quantity), scale: 4 }),
          decimalString(cents(price), books.currency),
          { taxable },
        ),
      ),
    }),
  );
  const { draftId, version } = await startDraft(books, draft);
  const seen = { taxes: await readTaxes(books, { ...where, locationId: null, issuedOn: day(on) }) };
  return issueDraft(books, { draftId, version, seen }, MAY);
}

async function credit(
  books: Books,
  { invoice: invoiceId, on, choice }: Extract<Command, { do: "credit" }>,
): Promise<Answer> {
  const chosen: CreditChoice =
    choice.by === "line"
      ? { by: "lines", lines: [{ line: choice.line + 1, amountCents: cents(choice.amount) }] }
      : choice.by === "amount"
        ? { by: "amount", amountCents: cents(choice.amount) }
        : choice;
  const seenTotalCents = await worthOf(books, invoiceId, chosen);
  const spelled = chosen.by === "lines" ? { ...chosen, lines: [...chosen.lines] } : chosen;
  const given = { invoiceId, issuedOn: day(on), choice: spelled, seenTotalCents };
  return creditInvoice(books, inputOf(NewInvoiceCredit, given));
}

/** As the page showed it; where it showed a refusal, the verb says it. */
async function worthOf(books: Books, invoiceId: string, chosen: CreditChoice): Promise<Cents> {
  try {
    return totalCredit(creditLines(await readCreditable(books, invoiceId), chosen)).totalCents;
  } catch (error) {
    if (error instanceof Refusal) return ZERO;
    throw error;
  }
}

async function payEarly(
  books: Books,
  accountId: string,
  { on, itemId, amount, discount }: Extract<Command, { do: "early" }>,
): Promise<Answer> {
  const given = {
    accountId,
    amountCents: cents(amount),
    receivedOn: day(on),
    method: "check",
    applied: [{ itemId, amountCents: cents(amount) }],
    discounts: [{ itemId, amountCents: cents(discount) }],
  } as const;
  const { applied } = await recordPayment(
    books,
    inputOf(NewPayment, { ...given, applied: [...given.applied], discounts: [...given.discounts] }),
  );
  return { eventIds: await writtenBy(books, []), applied };
}
