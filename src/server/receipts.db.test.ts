// The counter's doors beyond who may open them: a clerk credits an account, and only who may refund gives money back.
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { closePool } from "@/db/client.ts";
import { setClock } from "./clock.ts";
import { queue } from "./jobs/queue.ts";
import { answerOf } from "./testing/fixture-caller.ts";
import { INPUTS, asMember, call, openShop, prepare, type Shop } from "./testing/fixture-shop.ts";

let shop: Shop;
beforeAll(async () => {
  setClock("2026-06-30T12:00:00Z");
  shop = await openShop();
});
afterAll(async () => {
  setClock(null);
  await (await queue()).stop({ graceful: false });
  await closePool();
});

const bringBack = () => ({
  commandKey: randomUUID(),
  receiptId: shop.receiptId,
  issuedOn: "2026-03-06",
  lines: [{ line: 1, quantity: "1" }],
});
const inMoney = () => ({ ...bringBack(), tenders: [{ tender: "cash", amountCents: 4_50 }] });

test("a clerk credits the account, and gives no money back", async () => {
  const clerk = await asMember(shop, "clerk");
  await expect(call(clerk, "receipts.recordReturn", inMoney())).rejects.toMatchObject({
    code: "FORBIDDEN",
    cause: { details: { permission: "event:reverse" } },
  });
  await call(clerk, "receipts.recordReturn", { ...bringBack(), toAccountCents: 4_50 });
  await call(await asMember(shop, "bookkeeper"), "receipts.recordReturn", inMoney());
});

test("a receipt is read with its customer, its returns and what each tender became", async () => {
  const read = await call(await asMember(shop, "viewer"), "receipts.read", { receiptId: shop.receiptId });
  expect(read).toMatchObject({
    kind: "sale",
    business: { name: "Stand-in Supply" },
    customer: { name: "Greenleaf" },
    tenders: [{ tender: "cash", amountCents: 4500_00, eventId: null, paper: null }],
    returns: [{ totalCents: 4_50 }, { totalCents: 4_50 }],
    returnable: true,
  });
});

test("a counter that was left open overnight sells today: the books say which day it is", async () => {
  const clerk = await asMember(shop, "clerk");
  const line = { productId: null, description: "A", quantity: "1", unitPrice: "1", taxable: false };
  const sale = { accountId: null, lines: [line], tenders: [{ tender: "cash", amountCents: 1_00 }] };
  const sold = (await call(clerk, "receipts.record", { commandKey: randomUUID(), ...sale })) as {
    receiptId: string;
  };
  expect(await call(clerk, "receipts.read", { receiptId: sold.receiptId })).toMatchObject({
    issuedOn: "2026-06-30",
  });
});

test("what can't be: a quantity of nothing, a price below zero, a tender of nothing", async () => {
  const clerk = await asMember(shop, "clerk");
  const line = { productId: null, description: "A", quantity: "1", unitPrice: "1", taxable: true };
  const sale = { accountId: null, issuedOn: "2026-03-06", tenders: [{ tender: "cash", amountCents: 100 }] };
  for (const wrong of [
    { lines: [{ ...line, quantity: "0" }] },
    { lines: [{ ...line, quantity: "1e3" }] },
    { lines: [{ ...line, quantity: "0.0000001" }] },
    { lines: [{ ...line, unitPrice: "-1" }] },
    { lines: [{ ...line, description: " " }] },
    { lines: [line], tenders: [{ tender: "cash", amountCents: 0 }] },
    { lines: [line], onAccountCents: -1 },
  ])
    await expect(
      call(clerk, "receipts.record", { commandKey: randomUUID(), ...sale, ...wrong }),
    ).rejects.toMatchObject({ code: "BAD_REQUEST" });
});

describe("a buyer's PIN", () => {
  const sold = async (buyerPin: string) => {
    await prepare(shop, "receipts.record");
    const asked = { ...(INPUTS["receipts.record"]?.(shop) as object), buyerId, buyerPin };
    return answerOf(await asMember(shop, "clerk"), "receipts.record", asked);
  };
  let buyerId = "";
  beforeAll(async () => {
    const added = { accountId: shop.accountId, jobId: null, name: "Ann Lee", pin: "4711", mostCents: null };
    const owner = await asMember(shop, "owner");
    const asked = { commandKey: randomUUID(), ...added, until: null };
    ({ buyerId } = (await call(owner, "charging.addBuyer", asked)) as { buyerId: string });
  });

  test("that is right is no try, however often it is; one that is wrong is, and then no more are looked at", async () => {
    for (let nth = 0; nth < 12; nth += 1) expect(await sold("4711")).toHaveProperty("answer");
    for (let nth = 0; nth < 10; nth += 1)
      expect(await sold("0000")).toMatchObject({ refusal: ["buyer-pin-wrong", {}] });
    expect(await sold("4711")).toMatchObject({ code: "TOO_MANY_REQUESTS" });
  });
});
