// Reservations for tests: what a till asks for, said in cents.
import { inputOf } from "@/domain/input-of.ts";
import { NewDecision, type Decision } from "@/domain/receipts/credit-decision.ts";
import { cents } from "@/domain/values/money.ts";
import { decideCredit } from "../receipts/credit-decisions.ts";
import type { Account, Ledger } from "../story/ledger-dsl.ts";

type More = Partial<Pick<NewDecision, "jobId" | "expiresInSeconds" | "reference">>;

export const reserve = (
  business: Ledger,
  { customerId }: Pick<Account, "customerId">,
  amount: number,
  more: More = {},
): Promise<Decision> =>
  business.change((books) =>
    decideCredit(books, inputOf(NewDecision, { customer: customerId, amountCents: cents(amount), ...more })),
  );
