// One check for a family, deposits, and who belongs to whom, carried out by the verbs of the books.
import { sql } from "drizzle-orm";
import { inputOf } from "@/domain/input-of.ts";
import { NewDeposit } from "@/domain/payments/deposit-input.ts";
import { NewPayment } from "@/domain/payments/payment-input.ts";
import { day } from "@/domain/values/day.ts";
import { cents } from "@/domain/values/money.ts";
import { chooseParent, shareLimit } from "../customers/families.ts";
import type { Books } from "../open.ts";
import { makeDeposit, reverseDeposit } from "../payments/deposits.ts";
import { recordSplitPayment } from "../payments/split-payments.ts";
import type { Account } from "../story/ledger-dsl.ts";
import type { Command } from "./model-command.ts";
import type { Answer } from "./model-answer.ts";

type Bank = Extract<Command, { do: "split" | "deposit" | "undeposit" | "join" | "share" }>;
const NOBODYS = "00000000-0000-4000-8000-000000000000";

export async function atTheBank(books: Books, accounts: readonly Account[], command: Bank): Promise<Answer> {
  const customerId = accounts[command.who]?.customerId ?? "";
  switch (command.do) {
    case "split":
      return split(books, accounts, command);
    case "deposit": {
      const paymentIds = await idsOf(books, command.payments);
      const made = await makeDeposit(
        books,
        inputOf(NewDeposit, { paymentIds, depositedOn: day(command.on) }),
      );
      return { depositId: made.depositId, eventIds: await writtenBy(books, accounts) };
    }
    case "undeposit":
      await reverseDeposit(books, {
        depositId: command.deposit,
        on: day(command.on),
        period: undefined,
        reason: "",
      });
      return { eventIds: await writtenBy(books, accounts) };
    case "join": {
      const parentId = command.parent === null ? null : (accounts[command.parent]?.customerId ?? null);
      await chooseParent(books, { customerId, parentId }, { mayLimit: true });
      return {};
    }
    case "share":
      await shareLimit(books, { customerId, shares: command.shares });
      return {};
  }
}

async function split(
  books: Books,
  accounts: readonly Account[],
  { who, on, amount, uses }: Extract<Command, { do: "split" }>,
): Promise<Answer> {
  const applied =
    uses === "oldest-first" ? uses : uses.map(([itemId, part]) => ({ itemId, amountCents: cents(part) }));
  const { parts, applied: settled } = await recordSplitPayment(
    books,
    inputOf(NewPayment, {
      accountId: accounts[who]?.accountId ?? "",
      amountCents: cents(amount),
      receivedOn: day(on),
      method: "check",
      applied,
    }),
  );
  return { eventIds: parts.map((part) => part.eventId), applied: settled };
}

/** Of the payments that these events are; another event is none. */
async function idsOf({ tx }: Books, events: readonly number[]): Promise<string[]> {
  const rows = await tx.execute<{ id: string }>(sql`
    select id from books.payments where event_number = any (${sql.param([...events])}::bigint[]) order by event_number`);
  return rows.length === 0 ? [NOBODYS] : rows.map(({ id }) => id);
}

/** The events of this command, in the order of the accounts. */
export async function writtenBy({ tx, commandId }: Books, accounts: readonly Account[]): Promise<number[]> {
  const rows = await tx.execute<{ number: number; account_id: string }>(sql`
    select number, account_id from books.events where command_id = ${commandId}::uuid order by number`);
  const placeOf = (id: string) => accounts.findIndex((each) => each.accountId === id);
  return [...rows].sort((a, b) => placeOf(a.account_id) - placeOf(b.account_id)).map((row) => row.number);
}
