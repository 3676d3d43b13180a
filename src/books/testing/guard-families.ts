// The family in the scene of the guards: a head office that shares a limit, and a branch without one of its own that has
// charged on it; a check of the head office pays for the branch and leaves it some credit.
import { inputOf } from "@/domain/input-of.ts";
import { NewPayment } from "@/domain/payments/payment-input.ts";
import { day } from "@/domain/values/day.ts";
import { cents } from "@/domain/values/money.ts";
import { chooseParent, shareLimit } from "../customers/families.ts";
import { recordSplitPayment } from "../payments/split-payments.ts";
import type { Ledger } from "../story/ledger-dsl.ts";
import { desk } from "./desk.ts";

export async function familyScene(business: Ledger) {
  const head = await business
    .customer("Head Office", { limitCents: cents(20_00), addressLines: ["4 Elm St"] })
    .write();
  const branch = await business
    .customer("Branch", { limitCents: cents(500_00), addressLines: ["5 Elm St"] })
    .write();
  const [customerId, parentId] = [branch.customerId, head.customerId];
  await business.change((books) => chooseParent(books, { customerId, parentId }, { mayLimit: true }));
  await business.change((books) => shareLimit(books, { customerId: parentId, shares: true }));
  await desk(business, branch).charge(5_00, "2026-05-06");
  const { parts } = await business.change((books) =>
    recordSplitPayment(
      books,
      inputOf(NewPayment, {
        accountId: head.accountId,
        amountCents: cents(6_00),
        receivedOn: day("2026-05-07"),
        method: "check",
        applied: "oldest-first",
      }),
    ),
  );
  return {
    head: head.accountId,
    branch: branch.accountId,
    headPart: parts[0]?.eventId ?? 0,
    branchCustomer: customerId,
    headCustomer: parentId,
  };
}
