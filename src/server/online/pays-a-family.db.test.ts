// A parent's statement paid online: account by account, each onto its own, and none that isn't of the family any more.
import { randomUUID } from "node:crypto";
import { beforeEach, expect, test } from "vitest";
import { chooseParent } from "@/books/customers/families.ts";
import { issueStatement } from "@/books/statements/statements.ts";
import type { Account } from "@/books/story/ledger-dsl.ts";
import { present } from "@/domain/assert.ts";
import { day } from "@/domain/values/day.ts";
import { letterheadOf } from "../actor.ts";
import { sharedPayment, sharedStatementNow } from "../shared-account.ts";
import { openShared, sharePaper } from "../shared-paper.ts";
import { eachWithStripe } from "../testing/each-with-stripe.ts";
import { asMember } from "../testing/fixture-shop.ts";
import { somewhere } from "../testing/fixtures.ts";
import { openPayingDesk, type PayingDesk } from "../testing/paying-desk.ts";
import type { Payer } from "../testing/paying-shop.ts";
import type { StripeStandIn } from "../testing/stripe-stand-in.ts";

let stripe: StripeStandIn;
let desk: PayingDesk;
let branch: Account;
/** The parent, behind the link of the statement of both. */
let family: Payer;

eachWithStripe(async (standIn) => {
  stripe = standIn;
  desk = await openPayingDesk(stripe);
  return desk.at.books;
});
beforeEach(async () => {
  const { books, shop } = desk.at;
  branch = await books.customer("Greenleaf North").invoice("45.00", "2026-05-01").write();
  const parentId = desk.payer.customerId;
  await books.change((open) =>
    chooseParent(open, { customerId: branch.customerId, parentId }, { mayLimit: true }),
  );
  const member = present((await asMember(shop, "owner")).member, "the owner is a member");
  const asked = { customer: parentId, asOf: day("2026-06-30"), family: true };
  const { statementId } = await books.change((open) => issueStatement(open, letterheadOf(member), asked));
  const { url, linkId } = await sharePaper(member, { kind: "statement", id: statementId });
  family = { ...desk.payer, token: url.split("/s/")[1] ?? "", linkId };
});

async function opened() {
  const shared = await openShared(family.token, somewhere());
  if (shared.kind !== "statement") throw new Error("it is a statement");
  return shared;
}
const offered = async () =>
  (await sharedStatementNow(await opened())).payEach?.accounts.map(({ customerName, offer }) => [
    customerName,
    offer.allCents,
  ]);

test("each account of it is offered by itself, and paid onto its own", async () => {
  expect(await offered()).toEqual([
    ["Greenleaf", 160_00],
    ["Greenleaf North", 45_00],
  ]);
  const session = await desk.begin({ what: "all", account: branch.accountId }, undefined, family);
  await desk.tell("checkout.session.completed", stripe.pay(session));
  await desk.work();
  expect(await desk.owed(branch)).toMatchObject({ items: 0, credit: 0 });
  expect(await desk.owed()).toMatchObject({ items: 160_00, credit: 0 });
  expect(await offered()).toEqual([["Greenleaf", 160_00]]);
  // Where one comes back to from Stripe's page.
  const [paid] = await desk.list();
  const id = present(paid, "it is listed").onlinePaymentId;
  expect(await sharedPayment(await opened(), id)).toMatchObject({ state: "paid", amountCents: 45_00 });
});

test("Stripe's page and receipt name the account that is paid", async () => {
  const session = await desk.begin({ what: "all", account: branch.accountId }, undefined, family);
  const { customerNumber } = present(
    (await sharedStatementNow(await opened())).payEach?.accounts[1],
    "the branch is offered",
  );
  expect(JSON.stringify(stripe.get(session)["line_items"])).toContain(`account ${customerNumber}`);
});

test.each<[string, () => string | undefined]>([
  ["which account isn't said", () => undefined],
  ["the account is nobody's", () => randomUUID()],
  ["the account is another customer's", () => stranger.accountId],
])("where %s, nothing is begun", async (_what, account) => {
  stranger = await desk.at.books.customer("Stranger").invoice("9.00", "2026-05-01").write();
  const chosen = account();
  const answer = await desk.at.send(family, { what: "all", ...(chosen && { account: chosen }) });
  expect(answer.headers.get("location")).toContain("fault=not-found");
  expect(await desk.list()).toEqual([]);
});
let stranger: Account;

test("a branch that left is neither shown nor paid behind the parent's old link", async () => {
  await desk.at.books.change((open) =>
    chooseParent(open, { customerId: branch.customerId, parentId: null }, { mayLimit: true }),
  );
  expect(await offered()).toEqual([["Greenleaf", 160_00]]);
  const answer = await desk.at.send(family, { what: "all", account: branch.accountId });
  expect(answer.headers.get("location")).toContain("fault=not-found");
});
