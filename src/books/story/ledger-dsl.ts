// Tells an account's story in the words of the trade, for tests and seed alike:
//   await business.customer("Greenleaf").invoice("100.00", "2026-01-31").paid("60.00", "2026-02-10").write();
// Each step is a command of its own through the same verbs that people use.
import { randomBytes, randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import type { z } from "zod";
import { createBusiness } from "@/db/directory/businesses.ts";
import { createPerson } from "@/db/directory/people.ts";
import { present } from "@/domain/assert.ts";
import { NewCustomer } from "@/domain/customers/customer-input.ts";
import { inputOf } from "@/domain/input-of.ts";
import { NewInvoice } from "@/domain/invoices/invoice-input.ts";
import { NewPayment } from "@/domain/payments/payment-input.ts";
import type { NewRefund } from "@/domain/payments/refund-input.ts";
import { day } from "@/domain/values/day.ts";
import { cents, parseAmount, type Cents } from "@/domain/values/money.ts";
import { PLAIN_LOCALE } from "@/domain/values/written-number.ts";
import { setUpBooks } from "../business/set-up-books.ts";
import { createCustomer } from "../customers/customers.ts";
import { addEarmark } from "../ledger/earmarks.ts";
import { bringBackGoods, sellGoods, type Goods, type SaleDetails } from "./ledger-counter.ts";
import { recordInvoice } from "../invoices/invoices.ts";
import { changeBooks, readBooks, systemAsker, type Asker, type Books } from "../open.ts";
import { recordPayment } from "../payments/payments.ts";
import { refundCredit } from "../payments/refunds.ts";
import { returnPayment } from "../corrections/returned-payments.ts";

export type Account = { customerId: string; accountId: string; number: string };

type InvoiceDetails = Partial<Pick<NewInvoice, "number" | "memo">> & { dueOn?: string; for?: string };
type PaymentDetails = Partial<Pick<NewPayment, "method" | "reference" | "memo">> & {
  /** Amounts by invoice number; left out, the oldest debts first; `{}` leaves all of it open. */
  to?: Readonly<Record<string, string>>;
};

type RefundDetails = Partial<Pick<NewRefund, "method" | "reference" | "reason">>;

/** What happened on one account, in order; nothing is written before `write`. */
export type Story = {
  invoice(amount: string, issuedOn: string, details?: InvoiceDetails): Story;
  paid(amount: string, receivedOn: string, details?: PaymentDetails): Story;
  earmarked(amount: string, note: string): Story;
  /** The bank gave the last payment back. */
  bounced(returnedOn: string, details?: { fee?: string; reason?: string }): Story;
  refunded(amount: string, refundedOn: string, details?: RefundDetails): Story;
  /** A receipt of the counter; what was bought is charged to the account unless `by` says otherwise. */
  bought(goods: Goods, soldOn: string, details?: SaleDetails): Story;
  /** So many of a line of the story's last receipt, credited to the account. */
  broughtBack(line: number, quantity: string, returnedOn: string): Story;
  write(): Promise<Account>;
};

export type Ledger = {
  asker: Asker;
  read<T>(work: (books: Books) => Promise<T>): Promise<T>;
  /** One command under a fresh key, or under the one given. */
  change<T>(work: (books: Books) => Promise<T>, key?: string): Promise<T>;
  /** A new customer, added with the first step. */
  customer(name: string, details?: Omit<z.input<typeof NewCustomer>, "name">): Story;
  /** More of what happened on an account that is there. */
  account(account: Account): Story;
};

/** The books that `asker` may open. */
export function ledger(asker: Asker): Ledger {
  const change: Ledger["change"] = (work, key = randomUUID()) =>
    changeBooks(asker, { key, procedure: "ledger", input: null }, work);
  const cents = (amount: string) => amountOf(amount, asker.currency);
  const told = (find: () => Promise<Account>) => story({ change, cents }, find);
  return {
    asker,
    change,
    read: (work) => readBooks(asker, work),
    customer: (name, details) =>
      told(() => change((books) => createCustomer(books, inputOf(NewCustomer, { name, ...details })))),
    account: (account) => told(() => Promise.resolve(account)),
  };
}

type Pen = { change: Ledger["change"]; cents: (amount: string) => Cents };
type Step = (books: Books, accountId: string) => Promise<unknown>;

function story({ change, cents }: Pen, find: () => Promise<Account>): Story {
  const steps: Step[] = [];
  let lastPayment: number | null = null;
  let lastReceipt = "";
  const then = (step: Step) => {
    steps.push(step);
    return self;
  };
  const self: Story = {
    invoice: (amount, issuedOn, { for: description = "Goods and services", dueOn, ...details } = {}) =>
      then((books, accountId) => {
        const lines = [{ description, totalCents: cents(amount) }];
        const due = dueOn ? { dueOn: day(dueOn) } : {};
        return recordInvoice(
          books,
          inputOf(NewInvoice, { accountId, issuedOn: day(issuedOn), lines, ...due, ...details }),
        );
      }),
    paid: (amount, receivedOn, { to, method = "check", ...details } = {}) =>
      then(async (books, accountId) => {
        const applied = to ? await chosen(books, to, cents) : "oldest-first";
        const money = { amountCents: cents(amount), receivedOn: day(receivedOn), method, applied } as const;
        const recorded = await recordPayment(books, inputOf(NewPayment, { accountId, ...money, ...details }));
        lastPayment = recorded.eventId;
        return recorded;
      }),
    bounced: (returnedOn, { fee, reason = "" } = {}) =>
      then((books) => {
        const eventId = present(lastPayment, "there was a payment before");
        const charged = fee ? { feeCents: cents(fee) } : {};
        return returnPayment(books, { eventId, returnedOn: day(returnedOn), reason, ...charged });
      }),
    refunded: (amount, refundedOn, { method = "record-only", reference = "", reason = "" } = {}) =>
      then((books, accountId) => {
        const money = { amountCents: cents(amount), refundedOn: day(refundedOn) };
        return refundCredit(books, { accountId, ...money, method, reference, reason });
      }),
    earmarked: (amount, note) =>
      then((books, accountId) => addEarmark(books, { accountId, amountCents: cents(amount), note })),
    bought: (goods, soldOn, details = {}) =>
      then(async (books, accountId) => {
        lastReceipt = await sellGoods(books, accountId, { goods, on: day(soldOn), details, cents });
      }),
    broughtBack: (line, quantity, returnedOn) =>
      then((books) => bringBackGoods(books, lastReceipt, { line, quantity, on: day(returnedOn) })),
    async write() {
      const account = await find();
      for (const step of steps.splice(0)) await change((books) => step(books, account.accountId));
      find = () => Promise.resolve(account);
      return account;
    },
  };
  return self;
}

async function chosen(books: Books, to: Readonly<Record<string, string>>, cents: Pen["cents"]) {
  const rows = await books.tx.execute<{ number: string; item: number }>(sql`
    select number, event_number as item from books.invoices
    where number = any (${sql.param(Object.keys(to))}::text[])`);
  const items = new Map(rows.map((row) => [row.number, row.item]));
  return Object.entries(to).map(([number, amount]) => ({
    itemId: present(items.get(number), `invoice ${number} is there`),
    amountCents: cents(amount),
  }));
}

function amountOf(text: string, currency: string): Cents {
  const amount = parseAmount(text, currency, PLAIN_LOCALE);
  return cents(present(typeof amount === "number" ? amount : null, `${text} is an amount of ${currency}`));
}

type Fresh = Partial<{ currency: string; today: string; startOn: string; zone: string; slug: string }>;

/** A business of its own for one test: the wall keeps tests apart. Its today stands still. */
export async function freshBusiness(given: Fresh = {}): Promise<Ledger & { slug: string; ownerId: string }> {
  const { currency = "USD", today = "2026-06-30", startOn = "2000-01-01", zone = "UTC" } = given;
  const slug = given.slug ?? `t-${randomBytes(8).toString("hex")}`;
  const owner = await createPerson({
    name: "Olive Owner",
    email: `${slug}@people.example`,
    passwordHash: null,
  });
  const ownerId = present(owner, "a random address is free").id;
  const ground = { slug, name: "Test Supply", currency, zone, booksStartOn: day(startOn) };
  const planned = { id: randomUUID(), locale: "en-US", country: "US", ...ground };
  const asker = systemAsker(planned, day(today));
  await setUpBooks(asker, { startOn: day(startOn) });
  present(await createBusiness(planned, ownerId), "a random slug is free");
  return { ...ledger(asker), slug, ownerId };
}
