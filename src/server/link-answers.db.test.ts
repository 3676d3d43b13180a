// What the holder of a link says back: taken once, from our own page and by a person, of what the link opens and of nothing
// else; and everything else changes nothing.
import { sql } from "drizzle-orm";
import { afterAll, beforeEach, expect, test } from "vitest";
import { readPromises } from "@/books/collections/promises.ts";
import { readDisputedOf } from "@/books/invoices/read-disputes.ts";
import { readBooks } from "@/books/open.ts";
import { listAttachments } from "@/books/business/attachments.ts";
import { closePool } from "@/db/client.ts";
import { present } from "@/domain/assert.ts";
import type { MailedPaper } from "@/domain/statements/mailed-paper.ts";
import { addDays } from "@/domain/values/day.ts";
import { LIMITS } from "./auth/limits.ts";
import { setClock } from "./clock.ts";
import { SAID_QUEUE, queue, type SaidJob } from "./jobs/queue.ts";
import { newFormKey } from "./link-form.ts";
import { answerLinkForm, type LinkAnswer } from "./link-answers.ts";
import { openShared, sharePaper } from "./shared-paper.ts";
import { CLIENT_ADDRESS } from "./wire/headers.ts";
import { asMember, neighbourOf, openShop, type Shop } from "./testing/fixture-shop.ts";
import { somewhere } from "./testing/fixtures.ts";

let shop: Shop;
beforeEach(async () => {
  setClock("2026-06-30T12:00:00Z");
  shop = await openShop();
});
afterAll(async () => {
  setClock(null);
  await (await queue()).stop({ graceful: false });
  await closePool();
});

async function memberOf(of: Shop) {
  return present((await asMember(of, "owner")).member, "the owner is a member");
}
type Link = { token: string; linkId: string };
async function linkTo(
  of: Shop,
  paper: MailedPaper = { kind: "statement", id: of.statementId },
): Promise<Link> {
  const { url, linkId } = await sharePaper(await memberOf(of), paper);
  return { token: url.split("/s/")[1] ?? "", linkId };
}

type Fields = Record<string, string | File>;
function send({ token }: { token: string }, answer: LinkAnswer, fields: Fields, headers: HeadersInit = {}) {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.set(name, value);
  const request = new Request(`http://localhost:3000/s/x/answers/${answer}`, {
    method: "POST",
    body,
    headers: {
      "sec-fetch-site": "same-origin",
      origin: "null",
      [CLIENT_ADDRESS]: somewhere().ip,
      ...headers,
    },
  });
  return answerLinkForm(request, token, answer);
}
const saidIn = (answer: Response) => {
  const location = answer.headers.get("location") ?? "";
  return new URL(location, "http://x").search.slice(1);
};
const dispute = (invoice: string, more: Fields = {}): Fields => ({
  invoice,
  reason: "wrong-price",
  note: "It was 40",
  ...more,
});
async function kept(of: Shop) {
  const member = await memberOf(of);
  return readBooks(member, async (books) => ({
    disputes: await readDisputedOf(books, of.accountId),
    promises: await readPromises(books, of.accountId),
    openings: (await books.tx.execute(sql`select link_id from books.openings`)).length,
    files: await listAttachments(books, { kind: "invoice", id: of.invoiceId }),
  }));
}
const NOTHING = { disputes: [], promises: [], openings: 0, files: [] };

test("an invoice is disputed with a file, by the customer, once however often it is sent", async () => {
  const link = await linkTo(shop);
  const key = newFormKey(link.linkId);
  const photo = new File([new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1])], "photo.png");
  const fields = dispute(shop.invoiceId, { key, file: photo });
  for (const answer of await Promise.all([send(link, "dispute", fields), send(link, "dispute", fields)])) {
    expect(answer.status).toBe(303);
    expect(saidIn(answer)).toBe("done=dispute");
  }
  const now = await kept(shop);
  expect(now.disputes).toMatchObject([
    { invoiceId: shop.invoiceId, reason: "wrong-price", note: "It was 40", raisedBy: "Customer, by link" },
  ]);
  expect(now.files).toMatchObject([{ name: "photo.png", attachedBy: "Customer, by link" }]);
  expect(now.openings).toBe(1);
  const again = await send(link, "dispute", dispute(shop.invoiceId, { key: newFormKey(link.linkId) }));
  expect(saidIn(again)).toBe("fault=disputed-before");
});

test("the differences to their own books are asked about, once, and the business is to be told", async () => {
  const link = await linkTo(shop);
  const difference = { ours: null, theirs: { number: "4711", onDay: "2026-03-01", cents: 90_00 } };
  const question = (fields: Fields = {}) =>
    send(link, "question", {
      key: newFormKey(link.linkId),
      note: "Where is it?",
      differences: "[]",
      ...fields,
    });
  const faults: Fields[] = [
    { note: "" },
    { note: " ", differences: "[]" },
    { differences: "{" },
    { differences: JSON.stringify([{ ours: null, theirs: null }]) },
    { differences: JSON.stringify([{ ...difference, more: 1 }]) },
    { differences: JSON.stringify(Array.from({ length: 201 }, () => difference)) },
    { note: "x".repeat(1_001) },
  ];
  for (const fault of faults) expect(saidIn(await question(fault))).toBe("fault=form-incomplete");
  const before = await questions();
  const key = newFormKey(link.linkId);
  const fields = { key, differences: JSON.stringify([difference]) };
  for (const answer of await Promise.all([question(fields), question(fields)]))
    expect(answer.headers.get("location")).toBe(`/s/${link.token}?done=question#question`);
  const asked = (await questions()).filter(({ id }) => !before.some((each) => each.id === id));
  expect(asked).toMatchObject([{ note: "Where is it?", differences: JSON.stringify([difference]) }]);
  const jobs = await (await queue()).findJobs<SaidJob>(SAID_QUEUE, { key: `question ${asked[0]?.id}` });
  expect(jobs.map(({ data }) => data.saidId)).toEqual([asked[0]?.id]);
  const invoice = await linkTo(shop, { kind: "invoice", id: shop.invoiceId });
  const fromInvoice = { key: newFormKey(invoice.linkId), note: "x", differences: "[]" };
  expect(saidIn(await send(invoice, "question", fromInvoice))).toBe("fault=not-found");
});

const questions = async () =>
  readBooks(await memberOf(shop), ({ tx }) =>
    tx.execute<{ id: string; note: string; differences: string }>(sql`
      select id, note, differences from books.questions order by asked_at`),
  );

test("a day is promised, and seen by the business", async () => {
  const link = await linkTo(shop);
  const { actor } = await openShared(link.token, somewhere());
  const day = addDays(actor.today, 7);
  const promise = (fields: Fields) =>
    send(link, "promise", { key: newFormKey(link.linkId), day, amount: "", ...fields });
  const faults: [Fields, string][] = [
    [{ day: "tomorrow" }, "form-incomplete"],
    [{ day: addDays(actor.today, 91) }, "promise-day"],
    [{ amount: "lots" }, "amount-unreadable"],
    [{ amount: "-1" }, "amount-unreadable"],
    [{ amount: "999,999.99" }, "more-than-open"],
  ];
  for (const [fields, fault] of faults) expect(saidIn(await promise(fields))).toBe(`fault=${fault}`);
  expect(await kept(shop)).toEqual(NOTHING);
  expect(saidIn(await promise({}))).toBe("done=promise");
  expect((await kept(shop)).promises).toMatchObject([
    { promisedOn: day, amountCents: null, state: "waiting", madeBy: "Customer, by link" },
  ]);
});

test("seen is what a person ticked: a form that is sent as it came says nothing", async () => {
  const link = await linkTo(shop);
  expect(saidIn(await send(link, "seen", { key: newFormKey(link.linkId) }))).toBe("fault=form-incomplete");
  expect(await kept(shop)).toEqual(NOTHING);
  const tick = { key: newFormKey(link.linkId), seen: "yes" };
  expect(saidIn(await send(link, "seen", tick))).toBe("done=seen");
  expect(saidIn(await send(link, "seen", { ...tick, key: newFormKey(link.linkId) }))).toBe("done=seen");
  expect((await kept(shop)).openings).toBe(1);
});

test("whoever sends every form as it came, as a scanner with scripts does, has said nothing", async () => {
  const link = await linkTo(shop);
  const before = await questions();
  const asTheyCame: [LinkAnswer, Fields][] = [
    ["seen", {}],
    ["promise", { day: "", amount: "" }],
    // An option that can't be chosen isn't sent; the box for a file is sent as a file without a name.
    ["dispute", { invoice: shop.invoiceId, note: "", file: new File([], "") }],
    ["question", { note: "", differences: "[]" }],
  ];
  for (const [answer, fields] of asTheyCame) {
    const key = newFormKey(link.linkId);
    expect(saidIn(await send(link, answer, { ...fields, key }))).toBe("fault=form-incomplete");
  }
  expect(await kept(shop)).toEqual(NOTHING);
  expect(await questions()).toEqual(before);
});

test("another customer's invoice, another business's, and any beside an invoice's own link are not found", async () => {
  const [neighbour, stranger] = [await neighbourOf(shop), await openShop()];
  const link = await linkTo(shop);
  for (const invoice of [neighbour.invoiceId, stranger.invoiceId, shop.statementId])
    expect(saidIn(await send(link, "dispute", dispute(invoice, { key: newFormKey(link.linkId) })))).toBe(
      "fault=not-found",
    );
  const own = await linkTo(shop, { kind: "invoice", id: shop.invoiceId });
  const beside = dispute(neighbour.invoiceId, { key: newFormKey(own.linkId) });
  expect(saidIn(await send(own, "dispute", beside))).toBe("fault=not-found");
  expect([await kept(shop), await kept(neighbour), await kept(stranger)]).toEqual([
    NOTHING,
    NOTHING,
    NOTHING,
  ]);
});

test("a form from elsewhere, without our key, with another link's, or too old is refused", async () => {
  const [link, other] = [await linkTo(shop), await linkTo(shop)];
  const tick = (key: string) => ({ key, seen: "yes" });
  const ours = newFormKey(link.linkId);
  for (const site of ["cross-site", "same-site", "none"])
    expect((await send(link, "seen", tick(ours), { "sec-fetch-site": site })).status).toBe(403);
  const mangled = [
    `${ours.slice(0, -1)}${ours.endsWith("A") ? "B" : "A"}`,
    newFormKey(other.linkId),
    "",
    "x".repeat(5000),
  ];
  for (const key of mangled) expect(saidIn(await send(link, "seen", tick(key)))).toBe("fault=not-allowed");
  setClock("2026-07-01T12:00:01Z");
  expect(saidIn(await send(link, "seen", tick(ours)))).toBe("fault=form-too-old");
  expect(await kept(shop)).toEqual(NOTHING);
});

test("a link that doesn't open takes nothing, and one that does only so much an hour", async () => {
  const link = await linkTo(shop);
  expect(saidIn(await send({ token: "A".repeat(43) }, "seen", { seen: "yes" }))).toBe("fault=link-gone");
  const { most } = LIMITS["link-answer:link"];
  const told = [];
  for (let n = 0; n < most + 2; n++) told.push(saidIn(await send(link, "seen", { seen: "no" })));
  expect(told.slice(-2)).toEqual(["fault=too-many", "fault=too-many"]);
  expect(told.filter((each) => each === "fault=too-many")).toHaveLength(2);
});

test("what isn't one of our kinds of file is refused, and with it the whole", async () => {
  const link = await linkTo(shop);
  const file = new File(["<script>"], "photo.png", { type: "image/png" });
  const fields = dispute(shop.invoiceId, { key: newFormKey(link.linkId), file });
  expect(saidIn(await send(link, "dispute", fields))).toBe("fault=file-kind");
  expect(await kept(shop)).toEqual(NOTHING);
});
