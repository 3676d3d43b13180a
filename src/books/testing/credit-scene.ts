// Greenleaf with a limit of 500.00 in a business of its own before each test, the policies of holds, and decisions on credit;
// behind each test the books are sound.
import { afterAll, afterEach, beforeEach, expect } from "vitest";
import { runChecks } from "@/db/checks/checks.ts";
import { closePool } from "@/db/client.ts";
import type { InvoicePolicy } from "@/domain/credit/invoice-policy.ts";
import { day } from "@/domain/values/day.ts";
import { cents, type Cents } from "@/domain/values/money.ts";
import { changeHolds, readSettings } from "../business/settings.ts";
import { readCreditAccount } from "../credit/credit-account.ts";
import { changeCredit } from "../credit/credit-changes.ts";
import { freshBusiness, type Account } from "../story/ledger-dsl.ts";
import { desk, type Desk } from "./desk.ts";

/** The business's today. */
export const ON = "2026-06-30";

type Scene = { business: Awaited<ReturnType<typeof freshBusiness>>; greenleaf: Account; at: Desk };
/** On hold so many days past due, and so much over the limit; and what an invoice meets. */
type Policy = { after?: number; over?: Cents; invoices?: InvoicePolicy };

export function creditScene() {
  const the = {} as Scene;
  beforeEach(async () => {
    const business = await freshBusiness({ today: day(ON) });
    const greenleaf = await business
      .customer("Greenleaf", { limitCents: cents(500_00), addressLines: ["1 Elm St"] })
      .write();
    Object.assign(the, { business, greenleaf, at: desk(business, greenleaf) });
  });
  afterEach(async () => {
    expect((await the.business.read(({ tx }) => runChecks(tx))).broken).toEqual([]);
  });
  afterAll(closePool);
  return {
    the,
    async hold({ after, over, invoices = "warn" }: Policy): Promise<void> {
      const { version } = await the.business.read(readSettings);
      const policy = {
        version,
        holdAfterDays: after ?? null,
        holdOverCents: over ?? null,
        approveAboveCents: null,
        invoicePolicy: invoices,
      };
      await the.business.change((books) => changeHolds(books, policy, { mayLoosen: true }));
    },
    async decide(more: object, account = the.greenleaf): Promise<void> {
      const { decided } = await the.business.read((books) => readCreditAccount(books, account.customerId));
      const change = { accountId: account.accountId, terms: { ...decided, ...more }, seen: decided };
      await the.business.change((books) => changeCredit(books, { ...change, reason: "Check came back" }));
    },
  };
}
