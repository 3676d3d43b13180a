// Behind the link of a parent's statement with its branches: what is of one account alone isn't there.
import { randomUUID } from "node:crypto";
import { afterAll, expect, test } from "vitest";
import { readPromises } from "@/books/collections/promises.ts";
import { chooseParent } from "@/books/customers/families.ts";
import { changeBooks, readBooks } from "@/books/open.ts";
import { issueStatement } from "@/books/statements/statements.ts";
import { closePool } from "@/db/client.ts";
import { present } from "@/domain/assert.ts";
import { addDays } from "@/domain/values/day.ts";
import { letterheadOf } from "./actor.ts";
import { newFormKey } from "./link-form.ts";
import { answerLinkForm } from "./link-answers.ts";
import { sharePaper } from "./shared-paper.ts";
import { asMember, neighbourOf, openShop } from "./testing/fixture-shop.ts";
import { somewhere } from "./testing/fixtures.ts";
import { CLIENT_ADDRESS } from "./wire/headers.ts";

afterAll(closePool);

test("no day is promised: a promise is of one account", async () => {
  const shop = await openShop();
  const branch = await neighbourOf(shop);
  const member = present((await asMember(shop, "owner")).member, "the owner is a member");
  const command = () => ({ key: randomUUID(), procedure: "test", input: null });
  await changeBooks(member, command(), (books) =>
    chooseParent(books, { customerId: branch.customerId, parentId: shop.customerId }, { mayLimit: true }),
  );
  const asked = { customer: shop.customerId, asOf: member.today, family: true };
  const { statementId } = await changeBooks(member, command(), (books) =>
    issueStatement(books, letterheadOf(member), asked),
  );
  const { url, linkId } = await sharePaper(member, { kind: "statement", id: statementId });
  const body = new FormData();
  body.set("key", newFormKey(linkId));
  body.set("day", addDays(member.today, 7));
  body.set("amount", "");
  const headers = {
    "sec-fetch-site": "same-origin",
    origin: "null",
    [CLIENT_ADDRESS]: somewhere().ip,
  };
  const form = new Request("http://localhost:3000/s/x/answers/promise", { method: "POST", body, headers });
  const answer = await answerLinkForm(form, url.split("/s/")[1] ?? "", "promise");
  expect(answer.headers.get("location")).toContain("fault=not-found");
  for (const { accountId } of [shop, branch])
    expect(await readBooks(member, (books) => readPromises(books, accountId))).toEqual([]);
});
