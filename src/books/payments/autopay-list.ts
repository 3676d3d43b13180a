// Who pays by autopay, and what a mail about a charge has to say.
import { sql } from "drizzle-orm";
import { present } from "@/domain/assert.ts";
import type { ListedAutopay } from "@/domain/payments/autopay-seen.ts";
import type { ChargeMail, ChargeState } from "@/domain/payments/autopay.ts";
import type { Day } from "@/domain/values/day.ts";
import { cents, type Cents } from "@/domain/values/money.ts";
import type { Language } from "@/domain/language/language.ts";
import type { Books } from "../open.ts";

/** Those that are active, by name; a page shows so many. */
export async function listAutopays({ tx }: Books): Promise<ListedAutopay[]> {
  const rows = await tx.execute<{
    id: string;
    customer_id: string;
    name: string;
    currency: string;
    on_day: number;
    most: number | null;
    paid_by: string;
    next_on: Day;
    created_at: string;
    charge_on: Day | null;
    amount: number | null;
    state: ChargeState | null;
    is_told: boolean | null;
    fault: string | null;
  }>(sql`
    select a.id, c.id as customer_id, c.name, a.currency, a.on_day, a.most, a.paid_by, a.next_on, a.created_at,
      h.charge_on, h.amount, h.state, h.is_told, h.fault
    from books.autopays a join books.accounts k on k.id = a.account_id join books.customers c on c.id = k.customer_id
    left join lateral (
      select charge_on, amount, state, told_at is not null as is_told, fault from books.autopay_charges h where h.autopay_id = a.id
      order by charge_on desc limit 1) h on true
    where a.state = 'active' order by c.name, a.id limit 500`);
  return rows.map((row) => ({
    autopayId: row.id,
    customerId: row.customer_id,
    customerName: row.name,
    currency: row.currency,
    onDay: row.on_day,
    mostCents: row.most === null ? null : cents(row.most),
    paidBy: row.paid_by,
    nextOn: row.next_on,
    startedAt: row.created_at,
    last:
      row.charge_on === null || row.amount === null || row.state === null
        ? null
        : {
            on: row.charge_on,
            amountCents: cents(row.amount),
            state: row.state,
            isTold: row.is_told ?? false,
            fault: row.fault ?? "",
          },
  }));
}

export type ToldCharge = {
  accountId: string;
  customerName: string;
  currency: string;
  amountCents: Cents;
  /** The day that it is for, and the one on which it is tried. */
  chargeOn: Day;
  tryOn: Day;
  /** Whether each mail about it is true now; it is announced while no mail did so, and autopay isn't stopped. */
  says: Record<ChargeMail, boolean>;
  isTold: boolean;
  paidBy: string;
  language: Language;
  replyTo: string | null;
};

export async function readToldCharge({ tx }: Books, chargeId: string): Promise<ToldCharge> {
  const [row] = await tx.execute<{
    account_id: string;
    name: string;
    currency: string;
    amount: number;
    charge_on: Day;
    try_on: Day;
    state: ChargeState;
    is_told: boolean;
    is_active: boolean;
    paid_by: string;
    language: Language;
    email: string | null;
  }>(sql`
    select a.account_id, c.name, a.currency, h.amount, h.charge_on, h.try_on,
      h.state, h.told_at is not null as is_told, a.state = 'active' as is_active, a.paid_by, s.language, s.email
    from books.autopay_charges h join books.autopays a on a.id = h.autopay_id
    join books.accounts k on k.id = a.account_id join books.customers c on c.id = k.customer_id
    cross join books.settings s where h.id = ${chargeId}::uuid`);
  const found = present(row, "what was told is there");
  return {
    accountId: found.account_id,
    customerName: found.name,
    currency: found.currency,
    amountCents: cents(found.amount),
    chargeOn: found.charge_on,
    tryOn: found.try_on,
    says: {
      announce: found.state === "announced" && !found.is_told && found.is_active,
      again: found.state === "retrying" && found.is_active,
      "given-up": found.state === "failed",
    },
    isTold: found.is_told,
    paidBy: found.paid_by,
    language: found.language,
    replyTo: found.email,
  };
}
