// One deposit: what it was made of, what came back of it since, and as its slip prints it.
import { sql } from "drizzle-orm";
import { z } from "zod";
import { present } from "@/domain/assert.ts";
import type { DepositPaper, DepositedPayment } from "@/domain/payments/deposit.ts";
import { Refusal } from "@/domain/refusal.ts";
import type { Day } from "@/domain/values/day.ts";
import type { Books } from "../open.ts";
import {
  DEPOSITED_COLUMNS,
  DEPOSITED_TABLES,
  DEPOSIT_COLUMNS,
  depositOf,
  depositedOf,
  type DepositRow,
  type DepositedRow,
} from "./deposit-list.ts";

export type DepositPage = Omit<DepositRow, "payments"> & {
  recordedAt: string;
  reversed: { on: Day; by: string; because: string } | null;
  /** As the slip lists them. `cameBack`: the bank returned it since. */
  payments: (DepositedPayment & { cameBack: boolean })[];
};

/** By its id; refuses what isn't there with "not-found". */
export async function readDeposit({ tx }: Books, depositId: string): Promise<DepositPage> {
  if (!isUuid(depositId)) throw new Refusal("not-found");
  const [[row], payments] = await Promise.all([
    tx.execute<Parameters<typeof depositOf>[0] & Rest>(sql`
      select ${DEPOSIT_COLUMNS}, d.recorded_at, d.reversed_by, d.reversed_because
      from books.deposits d where d.id = ${depositId}::uuid`),
    tx.execute<DepositedRow & { came_back: boolean }>(sql`
      select ${DEPOSITED_COLUMNS}, exists (
        select from books.events r where r.reverses = p.event_number and p.deposit_id = l.deposit_id) as came_back
      from books.deposit_lines l join (${DEPOSITED_TABLES}) on p.id = l.payment_id
      where l.deposit_id = ${depositId}::uuid order by l.line`),
  ]);
  if (!row) throw new Refusal("not-found");
  const { reversed_on: on, reversed_by: by, reversed_because: because } = row;
  return {
    ...depositOf(row),
    recordedAt: row.recorded_at,
    reversed: on !== null && by !== null && because !== null ? { on, by, because } : null,
    payments: payments.map((each) => ({ ...depositedOf(each), cameBack: each.came_back })),
  };
}

type Rest = {
  recorded_at: string;
  reversed_by: string | null;
  reversed_because: string | null;
};

/** As it is printed. The business's name and locale come from the directory, which the books can't see. */
export async function readDepositPaper(
  books: Books,
  depositId: string,
  business: { name: string; locale: string },
): Promise<DepositPaper> {
  const deposit = await readDeposit(books, depositId);
  type Row = { address_lines: string[] } & Pick<DepositPaper["business"], "paper" | "language">;
  const [row] = await books.tx.execute<Row>(sql`select address_lines, paper, language from books.settings`);
  const { address_lines: addressLines, paper, language } = present(row, "a business has settings");
  const { toAccount, number, depositedOn, currency, amountCents, memo, reversedOn, payments } = deposit;
  return {
    business: { ...business, addressLines, paper, language },
    bank: toAccount.name,
    number,
    depositedOn,
    currency,
    amountCents,
    memo,
    reversedOn,
    payments: payments.map(({ cameBack: _since, ...payment }) => payment),
  };
}

export const isUuid = (text: string): boolean => z.uuid().safeParse(text).success;
