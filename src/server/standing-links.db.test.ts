// A link that stands until it is withdrawn opens its account's newest statement, whichever that is by then, and no other's.
import { randomUUID } from "node:crypto";
import { afterAll, beforeEach, expect, test } from "vitest";
import { closePool } from "@/db/client.ts";
import { setClock } from "./clock.ts";
import { sharedAccount, sharedInvoice } from "./shared-account.ts";
import { openShared } from "./shared-paper.ts";
import { asMember, call, INPUTS, neighbourOf, openShop, type Shop } from "./testing/fixture-shop.ts";
import { somewhere } from "./testing/fixtures.ts";

let shop: Shop;
beforeEach(async () => {
  setClock("2026-06-30T12:00:00Z");
  shop = await openShop();
});
afterAll(async () => {
  setClock(null);
  await closePool();
});

const as = async (path: string, input: object = {}) =>
  call(await asMember(shop, "owner"), path, { ...(INPUTS[path]?.(shop) as object), ...input });
async function make(): Promise<string> {
  const { url } = (await as("standingLinks.make")) as { url: string };
  return url.split("/s/")[1] ?? "";
}
async function opened(token: string) {
  const shared = await openShared(token, somewhere());
  if (shared.kind !== "statement") throw new Error("it opens a statement");
  return shared;
}
const list = () => as("standingLinks.list") as Promise<{ linkId: string; forWhom: string }[]>;

test("it opens the newest statement, also one that is issued later, and its account", async () => {
  const token = await make();
  expect((await opened(token)).issued.statementId).toBe(shop.statementId);
  const { statementId } = (await as("statements.issue")) as { statementId: string };
  const shared = await opened(token);
  expect(shared.issued.statementId).toBe(statementId);
  expect((await sharedAccount(shared, {})).customer.number).toBe(shop.customerNumber);
  const neighbour = await neighbourOf(shop);
  await expect(sharedInvoice(shared, neighbour.invoiceId)).rejects.toMatchObject({ code: "not-found" });
});

test("it doesn't expire, and ends when it is withdrawn, alone", async () => {
  const [one, other] = [await make(), await make()];
  setClock("2036-06-30T12:00:00Z");
  expect((await opened(one)).kind).toBe("statement");
  const [newest] = await list();
  await as("standingLinks.withdraw", { linkId: newest?.linkId });
  await expect(opened(other)).rejects.toMatchObject({ code: "link-gone" });
  expect((await opened(one)).kind).toBe("statement");
  expect(await list()).toMatchObject([{ forWhom: "Ann Lee" }]);
  await expect(as("standingLinks.withdraw", { linkId: newest?.linkId })).rejects.toMatchObject({
    cause: { code: "link-gone" },
  });
});

test("withdrawing a statement's links leaves it, and another business's can't be withdrawn", async () => {
  const token = await make();
  await as("statements.share");
  await as("statements.withdraw");
  expect((await opened(token)).kind).toBe("statement");
  const [mine] = await list();
  const stranger = await asMember(await openShop(), "owner");
  const withdrawn = call(stranger, "standingLinks.withdraw", {
    commandKey: randomUUID(),
    linkId: mine?.linkId,
  });
  await expect(withdrawn).rejects.toMatchObject({ cause: { code: "link-gone" } });
  expect((await opened(token)).kind).toBe("statement");
});

test("who has no statement yet gets none", async () => {
  await expect(as("standingLinks.make", { customer: shop.spareId })).rejects.toMatchObject({
    cause: { code: "no-statement-yet" },
  });
});
