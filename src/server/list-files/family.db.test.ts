// What a family owes, and what the books started with, as files: the rows of their pages, with the moment that was asked for.
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { closePool } from "@/db/client.ts";
import { setClock } from "../clock.ts";
import { queue } from "../jobs/queue.ts";
import { INPUTS, asMember, call, openShop, type Shop } from "../testing/fixture-shop.ts";
import { familyFile } from "./family.ts";
import { answerList } from "./list-file.ts";
import { openingsFile } from "./openings.ts";

let shop = undefined as unknown as Shop;
beforeAll(async () => {
  setClock("2026-06-30T12:00:00Z");
  shop = await openShop();
});
afterAll(async () => {
  setClock(null);
  await (await queue()).stop({ graceful: false });
  await closePool();
});

async function fileOf(list: Parameters<typeof answerList>[1], asked: object): Promise<string[]> {
  const answer = await answerList(await asMember(shop, "owner"), list, asked);
  return (await answer.text())
    .replace(/^\uFEFF/, "")
    .trimEnd()
    .split(/\r?\n/);
}

test("golden: a family", async () => {
  const { customerId, spareId } = shop;
  const choice = { commandKey: randomUUID(), customerId: spareId, parentId: customerId };
  await call(await asMember(shop, "owner"), "families.chooseParent", choice);
  expect(await fileOf(familyFile, { customerId, asOf: "2026-03-05" })).toEqual([
    "Customer,Number,Part,Currency,Current,1–30 days late,31–60 days late,61–90 days late,91+ days late,Total,Unapplied,Net",
    "Greenleaf,C-1,Parent,USD,3.00,40.00,0.00,0.00,0.00,43.00,-10.00,33.00",
    "Spare,C-0001,Child,USD,0.00,0.00,0.00,0.00,0.00,0.00,0.00,0.00",
  ]);
});

test("golden: opening balances", async () => {
  const input = { ...(INPUTS["openings.record"]?.(shop) as object), kind: "invoice", number: "OLD-1" };
  await call(await asMember(shop, "bookkeeper"), "openings.record", input);
  expect(await fileOf(openingsFile, {})).toEqual([
    "Customer,Customer number,Type,Number,Dated,Due,Amount (USD),Still open (USD)",
    expect.stringMatching(/^Greenleaf,C-1,Invoice,OLD-1,1999-11-05,\d{4}-\d\d-\d\d,12.00,12.00$/),
  ]);
});
