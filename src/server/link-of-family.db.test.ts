// Behind the link of a parent's statement with its branches: what is of one account alone isn't there.
import { randomUUID } from "node:crypto";
import { afterAll, expect, test } from "vitest";
import { readPromises } from "@/books/collections/promises.ts";
import { chooseParent } from "@/books/customers/families.ts";
import { changeBooks, readBooks } from "@/books/open.ts";
import { readPayOffer } from "@/books/payments/pay-offer.ts";
import { issueStatement } from "@/books/statements/statements.ts";
import { closePool } from "@/db/client.ts";
import { present } from "@/domain/assert.ts";
import { addDays } from "@/domain/values/day.ts";
import { letterheadOf } from "./actor.ts";
import { newFormKey } from "./link-form.ts";
import { answerLinkForm } from "./link-answers.ts";
import { payByLink } from "./online/start-payment.ts";
import { sharedStatementNow } from "./shared-account.ts";
import { openShared, sharePaper } from "./shared-paper.ts";
import { asMember, call, neighbourOf, openShop } from "./testing/fixture-shop.ts";
import { somewhere } from "./testing/fixtures.ts";
import { SECRET_KEY, WEBHOOK_SECRET } from "./testing/paying-shop.ts";
import { autopayByLink } from "./online/autopay-form.ts";
import { CLIENT_ADDRESS } from "./wire/headers.ts";
import { fromHeaders } from "./wire/request.ts";

afterAll(closePool);

/** The link of a parent's statement with its one branch. */
async function openFamily() {
  const shop = await openShop();
  const branch = await neighbourOf(shop);
  const owner = await asMember(shop, "owner");
  const member = present(owner.member, "the owner is a member");
  const command = () => ({ key: randomUUID(), procedure: "test", input: null });
  await changeBooks(member, command(), (books) =>
    chooseParent(books, { customerId: branch.customerId, parentId: shop.customerId }, { mayLimit: true }),
  );
  const asked = { customer: shop.customerId, asOf: member.today, family: true };
  const { statementId } = await changeBooks(member, command(), (books) =>
    issueStatement(books, letterheadOf(member), asked),
  );
  const { url, linkId } = await sharePaper(member, { kind: "statement", id: statementId });
  const token = url.split("/s/")[1] ?? "";
  return { shop, branch, owner, member, linkId, token };
}

function formOf(linkId: string, fields: Record<string, string>): Request {
  const body = new FormData();
  body.set("key", newFormKey(linkId));
  for (const [name, value] of Object.entries(fields)) body.set(name, value);
  const headers = {
    "sec-fetch-site": "same-origin",
    origin: "null",
    [CLIENT_ADDRESS]: somewhere().ip,
  };
  return new Request("http://localhost:3000/s/x/y", { method: "POST", body, headers });
}

test("no day is promised: a promise is of one account", async () => {
  const { shop, branch, member, linkId, token } = await openFamily();
  const form = formOf(linkId, { day: addDays(member.today, 7), amount: "" });
  const answer = await answerLinkForm(form, token, "promise");
  expect(answer.headers.get("location")).toContain("fault=not-found");
  for (const { accountId } of [shop, branch])
    expect(await readBooks(member, (books) => readPromises(books, accountId))).toEqual([]);
});

test("it is paid account by account, and nobody agrees to autopay of all of them", async () => {
  const { shop, owner, member, linkId, token } = await openFamily();
  await call(owner, "onlineSettings.change", {
    commandKey: "keys-of-family",
    version: 0,
    inUse: true,
    secretKey: SECRET_KEY,
    webhookSecret: WEBHOOK_SECRET,
    toAccount: null,
    surchargePercent: "0",
    smallestCents: 1,
  });
  expect(await readBooks(member, (books) => readPayOffer(books, shop.accountId))).not.toBeNull();
  const shared = await openShared(token, fromHeaders(new Headers({ [CLIENT_ADDRESS]: somewhere().ip })));
  if (shared.kind !== "statement") throw new Error("it is a statement");
  const { payEach, ...rest } = await sharedStatementNow(shared);
  expect(rest).toMatchObject({ pay: null, takesOnline: false });
  expect(payEach?.accounts.map(({ accountId }) => accountId)).toContain(shop.accountId);
  const answer = await payByLink(formOf(linkId, { what: "all" }), token);
  expect(answer.headers.get("location")).toContain("fault=not-found");
  const agreed = formOf(linkId, { what: "start", day: "10", most: "", agreed: "yes" });
  expect((await autopayByLink(agreed, token)).headers.get("location")).toContain("fault=not-found");
});
