// The desk of a test: every verb on one account in a word and two or three values, each a command of its own, and
// the account's figures as every reader of the books gives them. Amounts are cents, days "2026-01-31".
import { sql } from "drizzle-orm";
import { inputOf } from "@/domain/input-of.ts";
import { NewPayment } from "@/domain/payments/payment-input.ts";
import { NewInvoice } from "@/domain/invoices/invoice-input.ts";
import { NewRelease } from "@/domain/invoices/retainage-input.ts";
import { NewCreditMemo } from "@/domain/invoices/credit-memo-input.ts";
import { NewApplication } from "@/domain/ledger/application-input.ts";
import { day, type Day } from "@/domain/values/day.ts";
import { cents, decimalString } from "@/domain/values/money.ts";
import { readAccountPage } from "../receivables/account-page.ts";
import {
  adjustDown,
  adjustUp,
  chargeFinance,
  openWithCredit,
  openWithDebt,
  recoverDebt,
  takeDiscount,
  writeOff,
} from "../corrections/adjustments.ts";
import { readAccountAging, readBusinessAging } from "../receivables/aging.ts";
import { applyCredit, unApplyCredit } from "../ledger/applications.ts";
import type { Moment } from "../ledger/as-of.ts";
import { issueCreditMemo } from "../invoices/credit-memos.ts";
import { addEarmark } from "../ledger/earmarks.ts";
import { readNet } from "../receivables/history.ts";
import { readTaxes } from "../invoices/invoice-taxes.ts";
import { recordHouseCharge, recordInvoice } from "../invoices/invoices.ts";
import type { Account, Ledger } from "../story/ledger-dsl.ts";
import type { Books } from "../open.ts";
import { item } from "./drafts.ts";
import { recordPayment } from "../payments/payments.ts";
import { refundCredit } from "../payments/refunds.ts";
import { releaseRetainage } from "../invoices/retainage.ts";
import { returnPayment } from "../corrections/returned-payments.ts";
import { reverseEvent } from "../corrections/reversals.ts";

type Use = readonly [itemId: number, amount: number];
type Bill = { dueOn?: string; retainage?: number; number?: string; jobId?: string };

const applied = (uses: readonly Use[]) =>
  uses.map(([itemId, amount]) => ({ itemId, amountCents: cents(amount) }));

/** The desk's verbs inside a command that is already open. */
export function verbsOf(books: Books, accountId: string) {
  const bill = (amount: number, on: string, { dueOn, retainage, number, jobId }: Bill) => ({
    accountId,
    ...(jobId && { jobId }),
    issuedOn: day(on),
    lines: [
      {
        description: "Goods",
        totalCents: cents(amount),
        ...(retainage && { retainageCents: cents(retainage) }),
      },
    ],
    ...(dueOn && { dueOn: day(dueOn) }),
    ...(number && { number }),
  });
  const some = (amount: number, on: string) => ({
    accountId,
    amountCents: cents(amount),
    on: day(on),
    reason: "",
  });
  /** Each line is its invoice's id, with its own number where that isn't the first ("…#2"); `beside` is billed as a line of its own. */
  const releaseSome = async (parts: readonly (readonly [string, number])[], on: string, beside = 0) => {
    const sale = { customerId: null, jobId: null, locationId: null, issuedOn: day(on) };
    const taxes = beside > 0 ? await readTaxes(books, sale) : [];
    return releaseRetainage(
      books,
      inputOf(NewRelease, {
        accountId,
        releasedOn: day(on),
        released: parts.map(([line, amount]) => {
          const [invoiceId = "", at = "1"] = line.split("#");
          return { invoiceId, invoiceLine: Number(at), amountCents: cents(amount) };
        }),
        ...(beside > 0 && {
          own: {
            lines: [item("1", decimalString(cents(beside), books.currency), { taxable: false })],
            chartCode: "",
            locale: "en-US",
            seen: { taxes },
          },
        }),
      }),
    );
  };
  return {
    invoice: (amount: number, on: string, more: Bill = {}) =>
      recordInvoice(books, inputOf(NewInvoice, bill(amount, on, more))),
    charge: (amount: number, on: string, override: string | null = null, jobId?: string) =>
      recordHouseCharge(books, inputOf(NewInvoice, bill(amount, on, jobId ? { jobId } : {})), override),
    pay: (amount: number, on: string, uses: readonly Use[] | "oldest-first" = []) =>
      recordPayment(
        books,
        inputOf(NewPayment, {
          accountId,
          amountCents: cents(amount),
          receivedOn: day(on),
          method: "check",
          applied: uses === "oldest-first" ? uses : applied(uses),
        }),
      ),
    apply: (creditId: number, itemId: number, { amount, on }: { amount: number; on: string }) =>
      applyCredit(
        books,
        inputOf(NewApplication, {
          accountId,
          appliedOn: day(on),
          applied: [{ creditId, itemId, amountCents: cents(amount) }],
        }),
      ),
    unApply: (creditId: number, itemId: number, on: string) =>
      unApplyCredit(books, { accountId, creditId, itemId, unAppliedOn: day(on) }),
    memo: (amount: number, on: string, uses: readonly Use[] = []) =>
      issueCreditMemo(
        books,
        inputOf(NewCreditMemo, {
          accountId,
          issuedOn: day(on),
          subtotalCents: cents(amount),
          applied: applied(uses),
        }),
      ),
    refund: (amount: number, on: string, creditId?: number) =>
      refundCredit(books, {
        accountId,
        amountCents: cents(amount),
        refundedOn: day(on),
        creditId,
        method: "record-only",
        reference: "",
        reason: "",
      }),
    earmark: (amount: number, note: string) =>
      addEarmark(books, { accountId, amountCents: cents(amount), note }),
    up: (amount: number, on: string) => adjustUp(books, some(amount, on)),
    down: (amount: number, on: string) => adjustDown(books, some(amount, on)),
    recover: (amount: number, on: string) => recoverDebt(books, some(amount, on)),
    finance: (amount: number, on: string) => chargeFinance(books, some(amount, on)),
    openDebt: (amount: number, on: string, issuedOn: string) =>
      openWithDebt(books, { ...some(amount, on), issuedOn: day(issuedOn) }),
    openCredit: (amount: number, on: string, issuedOn: string) =>
      openWithCredit(books, { ...some(amount, on), issuedOn: day(issuedOn) }),
    writeOff: (itemId: number, amount: number, on: string) =>
      writeOff(books, { ...some(amount, on), itemId }),
    discount: (itemId: number, amount: number, on: string) =>
      takeDiscount(books, { ...some(amount, on), itemId }),
    release: (line: string, amount: number, on: string) => releaseSome([[line, amount]], on),
    releaseSome,
    reverse: (eventId: number, on: string) => reverseEvent(books, { eventId, on: day(on), reason: "" }),
    bounce: (eventId: number, on: string, fee?: number) =>
      returnPayment(books, {
        eventId,
        returnedOn: day(on),
        feeCents: fee ? cents(fee) : undefined,
        reason: "",
      }),
  };
}

type Verbs = ReturnType<typeof verbsOf>;
export type Desk = Verbs & { account: Account };

/** Each verb as a command under a fresh key. */
export function desk(business: Ledger, account: Account): Desk {
  const names = Object.keys(verbsOf(undefined as unknown as Books, "")) as (keyof Verbs)[];
  const open =
    (name: keyof Verbs) =>
    (...words: unknown[]) =>
      business.change((books) => {
        const verb = verbsOf(books, account.accountId)[name] as (...given: unknown[]) => Promise<unknown>;
        return verb(...words);
      });
  return { ...Object.fromEntries(names.map((name) => [name, open(name)])), account } as Desk;
}

/** What every reader says of an account at a moment; `open` is each open item's rest, by its Event ID. */
export async function standOf(books: Books, { customerId, accountId }: Account, moment: Moment) {
  const page = await readAccountPage(books, moment, { customer: customerId });
  const aging = await readAccountAging(books, moment, accountId);
  // A transfer moves what is left of an item, so what the open items were made for is less afterwards.
  const { invoicedCents: _invoiced, ...business } = await readBusinessAging(books, moment);
  return {
    aging,
    business,
    net: await readNet(books, moment, accountId),
    top: page.history.lines[0]?.balanceCents ?? 0,
    open: Object.fromEntries(page.unpaid.map((item) => [item.itemId, item.openCents])),
  };
}

/** The account's standing on each of these days, as known at an instant or now. */
export const standsOn = (
  business: Ledger,
  account: Account,
  days: readonly string[],
  knownAt: string | null = null,
) =>
  business.read(async (books) => {
    const stands = [];
    for (const asOf of days) stands.push(await standOf(books, account, { asOf: asOf as Day, knownAt }));
    return stands;
  });

/** Today's figures, short. */
export const figuresOf = (business: Ledger, { accountId }: Account) =>
  business.read(async ({ tx }) => {
    const [row] = await tx.execute<{
      items: number;
      credit: number;
      net: number;
      earmarked: number;
      retained: number;
    }>(sql`
      select open_items as items, open_credit as credit, net, earmarked, retained from books.accounts where id = ${accountId}::uuid`);
    return row;
  });

/** An event's double entry: debit positive, by the part that the account plays. */
export const journalOf = (business: Ledger, eventIds: number | readonly number[]) =>
  business.read(async ({ tx }) => {
    const rows = await tx.execute<{ role: string; amount: number }>(sql`
      select h.role, sum(l.amount)::bigint as amount from books.journal_lines l join books.chart h on h.code = l.chart_code
      where l.event_number = any (${sql.param([eventIds].flat())}::bigint[]) group by h.role having sum(l.amount) <> 0`);
    return Object.fromEntries(rows.map((row) => [row.role, row.amount]));
  });

/** This instant, as the database's clock has it: what is known from here on is later. */
export const instant = (business: Ledger): Promise<string> =>
  business.read(async ({ tx }) => {
    const [row] = await tx.execute<{ at: string }>(sql`select clock_timestamp() as at`);
    return row?.at ?? "";
  });
