// A command of the model's history, carried out by the verbs of the books.
import type { Account } from "../ledger-dsl.ts";
import { day } from "@/domain/day.ts";
import type { Books } from "../open.ts";
import { takeTransferBack, transferAccount } from "../transfers.ts";
import { verbsOf } from "./desk.ts";
import type { Command } from "./model-command.ts";

/** What a verb may answer, as far as the model has to know it. */
export type Answer = {
  eventId?: number;
  feeEventId?: number | null;
  eventIds?: number[];
  invoiceId?: string;
  number?: string;
  applied?: { itemId: number; amountCents: number }[];
  releasedEarmarks?: string[];
};

export function idsOf(answer: Answer | null): number[] {
  if (!answer) return [];
  return answer.eventIds ?? [answer.eventId, answer.feeEventId].filter((id) => typeof id === "number");
}

export function carryOut(books: Books, accounts: readonly Account[], command: Command): Promise<Answer> {
  const accountId = accounts[command.who]?.accountId ?? "";
  const verbs = verbsOf(books, accountId);
  switch (command.do) {
    case "invoice":
      return verbs.invoice(command.amount, command.on, command.held ? { retainage: command.held } : {});
    case "charge":
      return verbs.charge(command.amount, command.on);
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
      return verbs.release(command.invoice, command.amount, command.on);
    case "reverse":
      return verbs.reverse(command.event, command.on);
    case "bounce":
      return verbs.bounce(command.event, command.on, command.fee);
    case "transfer": {
      const to = accounts[command.to]?.accountId ?? "";
      return transferAccount(books, { fromAccountId: accountId, toAccountId: to, on: day(command.on) });
    }
    case "transferBack":
      return takeTransferBack(books, { eventIds: [...command.events], on: day(command.on) });
    default:
      return verbs[command.do](command.amount, command.on);
  }
}
