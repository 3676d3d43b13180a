// Mails that came back: told by a mail server or a mail service, known by what we sealed into them, noted once, and their address
// left out until a person says that it is right. What isn't sealed by us changes nothing.
import { randomUUID } from "node:crypto";
import { afterAll, afterEach, beforeEach, expect, test } from "vitest";
import { readBooks } from "@/books/open.ts";
import { readMails } from "@/books/statements/outbox.ts";
import { readRecipients } from "@/books/customers/recipients.ts";
import { closePool } from "@/db/client.ts";
import { present } from "@/domain/assert.ts";
import { tenantOf } from "./actor.ts";
import { setMailer } from "./auth/mailer.ts";
import { answerBounce } from "./bounces.ts";
import { deliver } from "./jobs/deliver.ts";
import { queue } from "./jobs/queue.ts";
import { hookKey, tagged, type MailTrace } from "./mail-trace.ts";
import { exchange, gmail, postfix } from "./testing/bounce-reports.ts";
import { asMember, call, openShop, type Shop } from "./testing/fixture-shop.ts";

let shop: Shop;
let sent: MailTrace[] = [];
beforeEach(async () => {
  shop = await openShop();
  sent = [];
  setMailer(({ trace }) => {
    if (trace) sent.push(trace);
    return Promise.resolve({ status: "sent", messageId: "<1@x.example>" });
  });
});
afterEach(() => setMailer(null));
afterAll(async () => {
  await (await queue()).stop({ graceful: false });
  await closePool();
});

const member = async () => present((await asMember(shop, "owner")).member, "the owner is a member");

/** Mails the shop's statement; what it is known by. */
async function mailed(recipient = "ap@greenleaf.example"): Promise<MailTrace> {
  const asked = { commandKey: randomUUID(), statementId: shop.statementId, recipient };
  const { outboxId } = (await call(await asMember(shop, "owner"), "statements.send", asked)) as {
    outboxId: string;
  };
  await deliver({ tenant: tenantOf(await member()), outboxId }, `try-${outboxId}`);
  return present(sent.at(-1), "it went out");
}

async function mails() {
  const all = await readBooks(await member(), (books) =>
    readMails(books, { kind: "statement", id: shop.statementId }),
  );
  return all.map(({ recipient, status, lastError }) => ({ recipient, status, lastError }));
}

const bounced = async () =>
  ((await call(await asMember(shop, "owner"), "bounces.list", {})) as { rows: { address: string }[] }).rows;

const ours = async () => hookKey({ tenant: tenantOf(await member()) });

async function post(
  body: string,
  { type = "message/rfc822", secret }: { type?: string; secret?: string } = {},
) {
  const request = new Request("https://x.example/", {
    method: "POST",
    headers: { "content-type": type },
    body,
  });
  const answer = await answerBounce(request, secret ?? (await ours()));
  const said = await answer.text();
  return { status: answer.status, ...(JSON.parse(said || "{}") as { noted?: number }) };
}

const BOX = "bounces@hillside.example";

test("a report to the address that we sealed for the mail marks the mail and its address, once", async () => {
  const { tag } = await mailed();
  await mailed("owner@greenleaf.example");
  expect(await post(postfix({ to: tagged(BOX, tag.toUpperCase()) }))).toEqual({ status: 200, noted: 1 });
  expect(await post(postfix({ to: tagged(BOX, tag) }))).toEqual({ status: 200, noted: 0 });
  expect(await mails()).toEqual([
    { recipient: "owner@greenleaf.example", status: "sent", lastError: "" },
    {
      recipient: "ap@greenleaf.example",
      status: "bounced",
      lastError: "5.1.1 550 5.1.1 User unknown in virtual mailbox table",
    },
  ]);
  expect(await bounced()).toMatchObject([{ address: "ap@greenleaf.example", code: "5.1.1" }]);
});

test.each([
  ["Postfix", ({ messageId }: MailTrace) => postfix({ to: BOX, messageId: `<${messageId}@x.example>` })],
  ["Exchange, by the address", ({ tag }: MailTrace) => exchange(tagged(BOX, tag), "<other@x.example>")],
  ["Exchange, by the Message-ID", ({ messageId }: MailTrace) => exchange(BOX, `<${messageId}@x.example>`)],
  ["Gmail", ({ messageId }: MailTrace) => gmail(BOX, `<${messageId}@x.example>`)],
])("a report of %s is known", async (_whose, write) => {
  expect(await post(write(await mailed()))).toMatchObject({ noted: 1 });
  expect(await bounced()).toMatchObject([{ address: "ap@greenleaf.example" }]);
});

test("a soft one marks the mail alone, and a delay says why it isn't there yet", async () => {
  const { tag } = await mailed();
  expect(await post(postfix({ to: tagged(BOX, tag), action: "delayed", status: "4.4.1" }))).toMatchObject({
    noted: 1,
  });
  expect(await mails()).toMatchObject([
    { status: "sent", lastError: expect.stringContaining("User unknown") },
  ]);
  await post(postfix({ to: tagged(BOX, tag), status: "4.4.1" }));
  expect(await mails()).toMatchObject([{ status: "bounced", lastError: expect.stringMatching(/^4\.4\.1 /) }]);
  expect(await bounced()).toEqual([]);
});

test("what isn't sealed by us, or is of somebody else, changes nothing", async () => {
  const { tag, messageId } = await mailed();
  // The right link, and a seal that isn't ours.
  const forged = `${tag.slice(0, 30)}${tag[30] === "a" ? "b" : "a"}${tag.slice(31)}`;
  const other = await openShop();
  const theirs = hookKey({ tenant: tenantOf(present((await asMember(other, "owner")).member, "theirs")) });
  for (const [body, secret] of [
    [postfix({ to: BOX })],
    [postfix({ to: tagged(BOX, forged) })],
    [postfix({ to: tagged(BOX, "a".repeat(39)), messageId: `<${"a".repeat(64)}@x.example>` })],
    // The right mail, and no failure.
    [postfix({ to: tagged(BOX, tag), action: "relayed" })],
    // The right mail, and a report of several others.
    [postfix({ to: tagged(BOX, tag), of: ["bo@other.example", "cy@other.example"] })],
    // A plain mail to that address is no report.
    [`To: ${tagged(BOX, tag)}\nSubject: 550 5.1.1 no such user\n\nap@greenleaf.example\n`],
    ["\u0000not a mail at all"],
    [postfix({ to: tagged(BOX, tag) }), theirs],
  ] as const)
    expect(await post(body, secret === undefined ? {} : { secret })).toEqual({ status: 200, noted: 0 });
  const told = { messageId, recipient: "someone@else.example", status: "5.1.1" };
  expect(await post(JSON.stringify(told), { type: "application/json" })).toMatchObject({ noted: 0 });
  expect(await post(postfix({ to: tagged(BOX, tag) }), { secret: "a".repeat(39) })).toMatchObject({
    status: 404,
  });
  expect(await mails()).toMatchObject([{ status: "sent", lastError: "" }]);
});

test("a mail service tells it as JSON, by our Message-ID; the system's own hook hears of every business", async () => {
  const { messageId } = await mailed();
  const told = { messageId: `<${messageId}@x.example>`, recipient: "AP@greenleaf.example", status: "5.1.1" };
  const body = JSON.stringify({ ...told, reason: "no such user" });
  const type = "application/json; charset=utf-8";
  expect(await post(body, { type, secret: hookKey("system") })).toEqual({ status: 200, noted: 1 });
  expect(await mails()).toMatchObject([{ status: "bounced", lastError: "5.1.1 no such user" }]);
  expect(await post("{", { type })).toEqual({ status: 200, noted: 0 });
});

test("of a large batch each event counts, whatever the others are; one that is too large is refused", async () => {
  const { messageId } = await mailed();
  const event = { event: "bounce", email: "ap@greenleaf.example", status: "5.1.1" };
  const other = { event: "delivered", email: "b@x.example", reason: "x".repeat(900) };
  const ours = { ...event, "smtp-id": `<${messageId}@x.example>`, reason: "y".repeat(5000) };
  const type = "application/json";
  const batch = JSON.stringify([...Array.from({ length: 1500 }, () => other), null, { event: 7 }, ours]);
  expect(batch.length).toBeGreaterThan(1_300_000);
  expect(await post(batch, { type })).toEqual({ status: 200, noted: 1 });
  expect(await post(JSON.stringify("x".repeat(2 * 1024 * 1024)), { type })).toEqual({ status: 413 });
});

test("a lone recipient counts whatever its name: the mail was passed on", async () => {
  const { tag } = await mailed();
  expect(await post(postfix({ to: tagged(BOX, tag), of: ["bo@other.example"] }))).toMatchObject({ noted: 1 });
});

test("an address that mail comes back from gets no run's mail until a person clears it", async () => {
  const owner = await asMember(shop, "owner");
  const { customerId } = shop;
  await call(owner, "contacts.add", {
    commandKey: randomUUID(),
    customerId,
    name: "Ann",
    email: "ap@greenleaf.example",
    getsStatements: true,
  });
  const to = async () =>
    readBooks(await member(), (books) => readRecipients(books, customerId, "statements"));
  const { tag } = await mailed();
  await post(postfix({ to: tagged(BOX, tag) }));
  expect(await to()).toEqual({ live: [], bounced: ["ap@greenleaf.example"] });
  const clear = { commandKey: randomUUID(), address: "ap@greenleaf.example" };
  expect(await call(owner, "bounces.clear", clear)).toEqual({ cleared: 1 });
  expect(await to()).toEqual({ live: ["ap@greenleaf.example"], bounced: [] });
  expect(await bounced()).toEqual([]);
  // The mail itself did come back.
  expect(await mails()).toMatchObject([{ status: "bounced" }]);
});
