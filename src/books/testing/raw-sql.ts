// For tests that go past the verbs: SQL by hand in one business, and a payment as it is said to the verb.
import { sql } from "drizzle-orm";
import { inputOf } from "@/domain/input-of.ts";
import { NewPayment } from "@/domain/payments/payment-input.ts";
import { day } from "@/domain/values/day.ts";
import { cents } from "@/domain/values/money.ts";
import type { Books } from "../open.ts";
import { recordPayment } from "../payments/payments.ts";
import type { Account, freshBusiness } from "../story/ledger-dsl.ts";

type Business = Awaited<ReturnType<typeof freshBusiness>>;

/** The numbers that `query` selects as `n`. */
export const numbersOf = (business: Business, query: string): Promise<number[]> =>
  business.read(async ({ tx }) => (await tx.execute<{ n: number }>(sql.raw(query))).map((row) => row.n));

export const runSql = (business: Business, query: string) =>
  business.change(({ tx }) => tx.execute(sql.raw(query)));

type Paid = { amount: number; applied: "oldest-first" | { itemId: number; amount: number }[] };

export const payCheck = (books: Books, { accountId }: Account, { amount, applied }: Paid) =>
  recordPayment(
    books,
    inputOf(NewPayment, {
      accountId,
      amountCents: cents(amount),
      method: "check",
      receivedOn: day("2026-02-10"),
      applied:
        applied === "oldest-first"
          ? applied
          : applied.map((each) => ({ itemId: each.itemId, amountCents: cents(each.amount) })),
    }),
  );
