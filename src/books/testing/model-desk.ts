// A command of the model's history, carried out by the verbs of the books.
import { createHash } from "node:crypto";
import { sql } from "drizzle-orm";
import { addDays, day } from "@/domain/values/day.ts";
import { cents } from "@/domain/values/money.ts";
import { inputOf } from "@/domain/input-of.ts";
import { NewCapture, NewDecision } from "@/domain/receipts/credit-decision.ts";
import type { Account } from "../story/ledger-dsl.ts";
import type { Books } from "../open.ts";
import { closePeriods, reopenPeriod } from "../business/periods.ts";
import { bringIn } from "../imports/bring-in.ts";
import { reverseTransfer, transferAccount } from "../corrections/transfers.ts";
import { decideCredit } from "../receipts/credit-decisions.ts";
import { captureReservation, releaseReservation } from "../receipts/reservations.ts";
import { broughtRows } from "./brought.ts";
import { verbsOf } from "./desk.ts";
import type { Answer } from "./model-answer.ts";
import { atTheBank } from "./model-desk-bank.ts";
import { atTheOffice } from "./model-desk-billing.ts";
import type { Command } from "./model-command.ts";

export function carryOut(
  books: Books,
  { accounts, jobs }: { accounts: readonly Account[]; jobs: readonly string[] },
  command: Command,
): Promise<Answer> {
  const accountId = accounts[command.who]?.accountId ?? "";
  const verbs = verbsOf(books, accountId);
  const job = "job" in command && command.job !== undefined ? jobs[command.job] : undefined;
  switch (command.do) {
    case "invoice":
      return verbs.invoice(command.amount, command.on, {
        dueOn: addDays(command.on, command.term ?? 30),
        ...(command.held && { retainage: command.held }),
        ...(job && { jobId: job }),
      });
    case "charge":
      return verbs.charge(command.amount, command.on, command.override ?? null, job);
    case "pay":
      return verbs.pay(command.amount, command.on, command.uses);
    case "memo":
      return verbs.memo(command.amount, command.on, command.uses);
    case "apply":
      return verbs.apply(command.creditId, command.itemId, command);
    case "unApply":
      return verbs.unApply(command.creditId, command.itemId, command.on);
    case "refund":
      return verbs.refund(command.amount, command.on, command.creditId);
    case "earmark":
      return verbs.earmark(command.amount, command.note).then(() => ({}));
    case "openDebt":
    case "openCredit":
      return verbs[command.do](command.amount, command.on, "2025-06-01");
    case "writeOff":
    case "discount":
      return verbs[command.do](command.itemId, command.amount, command.on);
    case "release":
      return verbs.releaseSome(command.parts, command.on, command.beside);
    case "reverse":
      return verbs.reverse(command.event, command.on);
    case "bounce":
      return verbs.bounce(command.event, command.on, command.fee);
    case "transfer": {
      const to = accounts[command.to]?.accountId ?? "";
      return transferAccount(books, {
        fromAccountId: accountId,
        toAccountId: to,
        on: day(command.on),
        reason: "",
      });
    }
    case "transferBack":
      return reverseTransfer(books, { eventIds: command.events, on: day(command.on), reason: "" });
    case "approve":
      return approve(books, accountId, command);
    case "bulk":
      return bring(books, accounts, command);
    case "issue":
    case "credit":
    case "early":
      return atTheOffice(books, { account: accounts[command.who], jobId: job }, command);
    case "split":
    case "deposit":
    case "undeposit":
    case "join":
    case "share":
      return atTheBank(books, accounts, command);
    case "reserve":
      return decideCredit(books, {
        ...inputOf(NewDecision, {
          customer: accounts[command.who]?.customerId ?? "",
          amountCents: cents(command.amount),
        }),
        jobId: job ?? null,
        expiresInSeconds: command.lapses ? -1 : 3600,
      });
    case "capture": {
      const capture = { decisionId: command.decision, amountCents: cents(command.amount) };
      return captureReservation(books, inputOf(NewCapture, capture)).then(({ houseCharge }) => houseCharge);
    }
    case "letGo":
      return releaseReservation(books, { decisionId: command.decision }).then(() => ({}));
    case "close":
      return closePeriods(books, { from: command.from, through: command.through });
    case "reopen":
      return reopenPeriod(books, { month: command.month }).then(() => ({}));
    default:
      return verbs[command.do](command.amount, command.on);
  }
}

async function approve(
  { tx }: Books,
  accountId: string,
  { amount, expired }: Extract<Command, { do: "approve" }>,
): Promise<Answer> {
  const [row] = await tx.execute<{ id: string }>(sql`
    insert into books.overrides (account_id, amount, reason, requested_by, approved_by, expires_at)
    values (${accountId}::uuid, ${amount}, 'Known for years', 'Carl', 'Olive',
      clock_timestamp() + ${expired ? -1 : 60} * interval '1 minute') returning id`);
  return row ? { overrideId: row.id } : {};
}

/** A file of receivables: all of its invoices and payments are posted at once. */
async function bring(
  books: Books,
  accounts: readonly Account[],
  { file, rows }: Extract<Command, { do: "bulk" }>,
): Promise<Answer> {
  const receivables = rows.map((row) => ({
    customerNumber: accounts[row.who]?.number ?? "",
    invoiceNumber: row.number,
    issuedOn: row.on,
    dueOn: addDays(row.on, 30),
    amountCents: cents(row.amount),
    settledOn: row.settledOn,
  }));
  const hash = createHash("sha256").update(file).digest();
  await bringIn(books, { ...broughtRows(receivables, file), hash });
  const posted = await books.tx.execute<{ number: number }>(sql`
    select number from books.events where command_id = ${books.commandId}::uuid order by number`);
  return { eventIds: posted.map((row) => row.number) };
}
