// Files over HTTP: who may attach, what is taken, that a double click attaches once, and that another business's file
// isn't there.
import { createHash, randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readBooks } from "@/books/open.ts";
import { closePool } from "@/db/client.ts";
import type { Attachment, AttachedTo } from "@/domain/business/attachment.ts";
import { PLACE, jpegWithPlace, plainPictures, pngWithPlace } from "@/domain/testing/pictures.ts";
import type { Role } from "@/domain/permission.ts";
import { env } from "@/env.ts";
import { answerAttach, answerAttachmentFile, answerRemoveAttachment } from "./attachments.ts";
import { setClock } from "./clock.ts";
import { queue } from "./jobs/queue.ts";
import { asMember, call, openShop, type Shop } from "./testing/fixture-shop.ts";

let [ours, theirs] = [undefined, undefined] as unknown as [Shop, Shop];
beforeAll(async () => {
  setClock("2026-06-30T12:00:00Z");
  [ours, theirs] = [await openShop(), await openShop()];
});
afterAll(async () => {
  setClock(null);
  await (await queue()).stop({ graceful: false });
  await closePool();
});

const pdf = (text: string) => new TextEncoder().encode(`%PDF-1.7 ${text}`);
const us = () => ({ origin: env().APP_URL });
const caller = async (role: Role | null, { of = ours, org = ours.slug } = {}) => ({
  user: async () => role && (await asMember(of, role)).user,
  org,
});

type Sent = {
  role?: Role | null;
  kind?: AttachedTo;
  id?: string;
  name?: string;
  key?: string;
  type?: string;
  headers?: Record<string, string>;
};

async function attach(content: Uint8Array, sent: Sent = {}): Promise<Response> {
  const {
    role = "clerk",
    kind = "receipt",
    id = ours.receiptId,
    name = "signed.pdf",
    key = randomUUID(),
  } = sent;
  const query = new URLSearchParams({ kind, id, name, key });
  const request = new Request(`http://here/x/attachments?${query}`, {
    method: "POST",
    headers: { "content-type": sent.type ?? "application/pdf", ...(sent.headers ?? us()) },
    body: new Uint8Array(content),
  });
  return answerAttach(request, await caller(role));
}
const attached = async (content: Uint8Array, sent: Sent = {}) =>
  (await (await attach(content, sent)).json()) as Attachment;
const get = async (id: string, who: Awaited<ReturnType<typeof caller>>) =>
  answerAttachmentFile(new Request("http://here/x"), who, id);
const listed = async (id = ours.receiptId, kind: AttachedTo = "receipt") =>
  (await call(await asMember(ours, "viewer"), "attachments.list", { kind, id })) as Attachment[];

test("attached by a clerk, listed, and handed out as it was, to be saved and never run", async () => {
  const content = pdf("one");
  const file = await attached(content, { name: "../signed “copy”.pdf" });
  expect(file).toMatchObject({
    name: "signed “copy”.pdf",
    mediaType: "application/pdf",
    size: content.length,
  });
  expect(await listed()).toContainEqual(file);
  const answer = await get(file.attachmentId, await caller("viewer"));
  expect(new Uint8Array(await answer.arrayBuffer())).toEqual(content);
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    "content-type": "application/pdf",
    "content-disposition": "attachment; filename*=UTF-8''signed%20%E2%80%9Ccopy%E2%80%9D.pdf",
    "content-security-policy": "sandbox; default-src 'none'",
    "x-content-type-options": "nosniff",
  });
});

test("a payment keeps the picture of its check, by whoever takes payments and by nobody else", async () => {
  const onPayment = { kind: "payment", id: ours.paymentId, name: "check 4471.pdf" } as const;
  const file = await attached(pdf("check"), onPayment);
  expect(await listed(ours.paymentId, "payment")).toEqual([file]);
  expect((await attach(pdf("other"), { ...onPayment, role: "viewer" })).status).toBe(403);
  expect((await attach(pdf("other"), { ...onPayment, id: theirs.paymentId })).status).toBe(404);
  expect(await listed(ours.paymentId, "payment")).toHaveLength(1);
});

test("another business's file, and one that was removed, isn't there", async () => {
  const { attachmentId } = await attached(pdf("two"));
  const stranger = await caller("owner", { of: theirs });
  expect((await get(attachmentId, stranger)).status).toBe(404);
  expect((await get(attachmentId, await caller("owner", { of: theirs, org: theirs.slug }))).status).toBe(404);
  expect((await get(attachmentId, await caller(null))).status).toBe(401);
  const removeAs = (who: Awaited<ReturnType<typeof caller>>) =>
    answerRemoveAttachment(
      new Request("http://here/x", { method: "DELETE", headers: us() }),
      who,
      attachmentId,
    );
  const remove = async (role: Role) => removeAs(await caller(role));
  expect((await removeAs(stranger)).status).toBe(404);
  expect((await removeAs(await caller("owner", { of: theirs, org: theirs.slug }))).status).toBe(404);
  expect((await removeAs(await caller(null))).status).toBe(401);
  expect((await remove("viewer")).status).toBe(403);
  expect((await remove("clerk")).status).toBe(200);
  expect((await remove("clerk")).status).toBe(404);
  expect((await get(attachmentId, await caller("owner"))).status).toBe(404);
  const { member } = await asMember(ours, "owner");
  const kept =
    member &&
    (await readBooks(member, ({ tx }) =>
      tx.execute(sql`
    select removed_by from books.attachments where id = ${attachmentId}::uuid`),
    ));
  expect(kept?.[0]).toEqual({ removed_by: "Anyone" });
});

test("sent twice under one key, or the same file again, it is attached once; a key isn't used for two files", async () => {
  const key = randomUUID();
  const [first, second] = await Promise.all([
    attached(pdf("three"), { key }),
    attached(pdf("three"), { key }),
  ]);
  expect(second).toEqual(first);
  expect(await attached(pdf("three"))).toEqual(first);
  expect((await attach(pdf("four"), { key })).status).toBe(409);
});

test.each<[string, Uint8Array, Sent, number]>([
  ["what only calls itself a PDF", new TextEncoder().encode("<script>"), {}, 415],
  ["a kind that isn't taken", pdf("x"), { type: "text/html" }, 415],
  ["more than ten megabytes", new Uint8Array(10 * 1024 * 1024 + 1), {}, 413],
  ["nothing", new Uint8Array(), {}, 415],
  ["from another site", pdf("x"), { headers: { origin: "https://evil.example" } }, 403],
  ["from nowhere", pdf("x"), { headers: {} }, 403],
  ["by a viewer", pdf("x"), { role: "viewer" }, 403],
  ["signed out", pdf("x"), { role: null }, 401],
  ["on what isn't there", pdf("x"), { id: randomUUID() }, 404],
  ["on a customer, by a clerk who may write customers", pdf("x"), { kind: "customer", id: "customer" }, 200],
  ["on an invoice, by a clerk who may not write invoices", pdf("x"), { kind: "invoice" }, 403],
  ["under a name that no database can hold", pdf("x"), { name: "a\u0000b" }, 404],
])("%s", async (_what, content, sent, status) => {
  const id = sent.id === "customer" ? ours.customerId : sent.id;
  expect((await attach(content, { ...sent, ...(id && { id }) })).status).toBe(status);
});

test("another business's receipt can't be attached to", async () => {
  expect((await attach(pdf("x"), { id: theirs.receiptId })).status).toBe(404);
});

test("ten files and no more, also when they come at once; each is stored once", async () => {
  const { receiptId } = (await call(await asMember(ours, "clerk"), "receipts.record", {
    commandKey: randomUUID(),
    accountId: null,
    issuedOn: "2026-03-05",
    lines: [{ productId: null, description: "A", quantity: "1", unitPrice: "1", taxable: true }],
    tenders: [{ tender: "cash", amountCents: 1_00 }],
  })) as { receiptId: string };
  const answers = await Promise.all(
    Array.from({ length: 12 }, (_, n) => attach(pdf(`many ${n}`), { id: receiptId })),
  );
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(10);
  expect(answers.filter(({ status }) => status === 422)).toHaveLength(2);
  expect(await listed(receiptId)).toHaveLength(10);
  await attach(pdf("many 0"));
  const { member } = await asMember(ours, "owner");
  const hash = createHash("sha256").update(pdf("many 0")).digest();
  const files =
    member &&
    (await readBooks(member, ({ tx }) =>
      tx.execute(sql`
    select from books.attachment_files where hash = ${hash}`),
    ));
  expect(files).toHaveLength(1);
});

test("who may charge has one picture, put there by whoever may change limits and seen by whoever sells, without the place where it was taken", async () => {
  const made = await call(await asMember(ours, "owner"), "charging.addBuyer", {
    commandKey: randomUUID(),
    accountId: ours.accountId,
    name: "Ann Lee",
  });
  const { buyerId } = made as { buyerId: string };
  const photo = { role: "owner", kind: "buyer", id: buyerId, name: "ann.png", type: "image/png" } as const;
  expect((await attach(pngWithPlace(), { ...photo, role: "clerk" })).status).toBe(403);
  expect(await (await attach(pdf("x"), { ...photo, type: "application/pdf" })).text()).toContain("file-kind");
  expect(await (await attach(pngWithPlace("x".repeat(513 * 1024)), photo)).text()).toContain(
    "file-too-large",
  );
  expect(await (await attach(plainPictures.png.subarray(0, 40), photo)).text()).toContain("file-kind");
  const first = await attached(pngWithPlace(), photo);
  const second = await attached(jpegWithPlace(6), { ...photo, name: "ann.jpg", type: "image/jpeg" });
  const seen = await call(await asMember(ours, "clerk"), "counter.customer", { customerId: ours.customerId });
  const { buyers } = (seen as { charging: { buyers: { buyerId: string; photoId: string | null }[] } })
    .charging;
  expect(buyers.find((each) => each.buyerId === buyerId)?.photoId).toBe(second.attachmentId);
  expect((await get(first.attachmentId, await caller("owner"))).status).toBe(404);
  for (const role of ["owner", "admin", "bookkeeper", "clerk"] as const) {
    const answer = await get(second.attachmentId, await caller(role));
    expect([answer.status, answer.headers.get("content-type")]).toEqual([200, "image/jpeg"]);
    expect(Buffer.from(await answer.arrayBuffer()).toString("latin1")).not.toContain(PLACE);
  }
  // A face is nobody's who neither sells nor manages credit, though they read the account.
  const listed = { kind: "buyer", id: buyerId };
  for (const role of ["project-manager", "viewer"] as const) {
    expect((await get(second.attachmentId, await caller(role))).status).toBe(403);
    await expect(call(await asMember(ours, role), "attachments.list", listed)).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
  }
  expect(await call(await asMember(ours, "clerk"), "attachments.list", listed)).toHaveLength(1);
  expect((await get(second.attachmentId, await caller(null))).status).not.toBe(200);
  await call(await asMember(ours, "owner"), "charging.removeBuyer", { commandKey: randomUUID(), buyerId });
  expect((await get(second.attachmentId, await caller("owner"))).status).toBe(404);
});
