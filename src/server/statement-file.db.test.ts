// The paper of a statement: drawn once, the same bytes for everybody ever after, under a name that can't break out
// of its header (faults E35, lessons.md 24).
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { closePool } from "@/db/client.ts";
import { queue } from "./jobs/queue.ts";
import { openShared, type MadeLink } from "./shared-paper.ts";
import { asMember, call, openShop, type Shop } from "./testing/fixture-shop.ts";
import { somewhere } from "./testing/fixtures.ts";
import { pdfResponse } from "./paper-answer.ts";
import { statementFile } from "./statement-file.ts";

let shop = undefined as unknown as Shop;
beforeAll(async () => {
  shop = await openShop();
});
afterAll(async () => {
  await (await queue()).stop({ graceful: false });
  await closePool();
});

async function shared() {
  const input = { commandKey: randomUUID(), statementId: shop.statementId };
  const { url } = (await call(await asMember(shop, "bookkeeper"), "statements.share", input)) as MadeLink;
  const opened = await openShared(url.slice(url.lastIndexOf("/") + 1), somewhere());
  if (opened.kind !== "statement") throw new Error("it opens a statement");
  return opened;
}

test("whoever asks for the paper, member or customer, at once or later, gets the same bytes", async () => {
  const { actor, issued } = await shared();
  const { member } = await asMember(shop, "viewer");
  if (!member) throw new Error("the viewer is a member");
  const [theirs, ours] = await Promise.all([statementFile(actor, issued), statementFile(member, issued)]);
  const again = await statementFile(actor, issued);
  expect(theirs.subarray(0, 5).toString()).toBe("%PDF-");
  expect(theirs.equals(ours)).toBe(true);
  expect(theirs.equals(again)).toBe(true);
});

test("a member's command under the paper's own key takes nothing from it", async () => {
  const { actor, issued } = await shared();
  const { issue, create } = { issue: "statements.issue", create: "customers.create" };
  const request = { commandKey: randomUUID(), customer: shop.customerId, asOf: "2026-02-28" };
  const { statementId } = (await call(await asMember(shop, "bookkeeper"), issue, request)) as {
    statementId: string;
  };
  const squat = { commandKey: `statement-file:${statementId}`, name: "Squatter" };
  await call(await asMember(shop, "clerk"), create, squat);
  const drawn = await statementFile(actor, { ...issued, statementId });
  expect(drawn.subarray(0, 5).toString()).toBe("%PDF-");
});

test.each([
  ['Łódź "1"\r\nX: y/../../b', "Łódź -1-X- y-..-..-b"],
  ["Hillside Supply statement S-00001", "Hillside Supply statement S-00001"],
])("the name %j stays one name in its header", (name, whole) => {
  const { headers } = pdfResponse(new Uint8Array(), { name, download: true });
  expect(headers.get("x")).toBeNull();
  expect(headers.get("content-disposition")).toBe(
    `attachment; filename*=UTF-8''${encodeURIComponent(whole)}.pdf`,
  );
  expect(headers.get("cache-control")).toBe("private, no-store");
  expect(headers.get("content-type")).toBe("application/pdf");
});
