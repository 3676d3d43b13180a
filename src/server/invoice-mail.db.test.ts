// An invoice and a credit memo by mail: once per command to each address, with its PDF and a link that opens that one paper, as
// it is now, until it is withdrawn.
import { randomUUID } from "node:crypto";
import { afterAll, afterEach, beforeEach, expect, test } from "vitest";
import { readBooks } from "@/books/open.ts";
import { readMails } from "@/books/statements/outbox.ts";
import { closePool } from "@/db/client.ts";
import { present } from "@/domain/assert.ts";
import { tenantOf } from "./actor.ts";
import { setMailer, type OutgoingMail } from "./auth/mailer.ts";
import { deliver } from "./jobs/deliver.ts";
import { queue } from "./jobs/queue.ts";
import { MOST_TO_ONE } from "./mail-limits.ts";
import { openShared } from "./shared-paper.ts";
import { asMember, call, openShop, prepare, type Shop } from "./testing/fixture-shop.ts";
import { somewhere } from "./testing/fixtures.ts";

let shop: Shop;
beforeEach(async () => {
  shop = await openShop();
});
afterEach(() => setMailer(null));
afterAll(async () => {
  await (await queue()).stop({ graceful: false });
  await closePool();
});

type Kind = "invoice" | "credit-memo";

async function send(kind: Kind, id: string, more: { recipients?: string[]; commandKey?: string } = {}) {
  const asked = {
    commandKey: randomUUID(),
    kind,
    id,
    recipients: ["ap@greenleaf.example"],
    message: "As agreed.",
  };
  return call(await asMember(shop, "owner"), "mails.send", { ...asked, ...more });
}

/** Delivers all that waits of a paper; what went out. */
async function delivered(kind: Kind, id: string): Promise<OutgoingMail[]> {
  const sent: OutgoingMail[] = [];
  setMailer((mail) => {
    sent.push(mail);
    return Promise.resolve({ status: "sent", messageId: "<1@test>" });
  });
  const member = present((await asMember(shop, "owner")).member, "the owner is a member");
  const mails = await readBooks(member, (books) => readMails(books, { kind, id }));
  for (const { outboxId } of mails) await deliver({ tenant: tenantOf(member), outboxId }, randomUUID());
  return sent;
}

const tokenIn = ({ text }: OutgoingMail): string =>
  present(/\/s\/(\S+)/.exec(text)?.[1], "a mail has a link");

test("an invoice goes once per command to each address, with its PDF and what was written", async () => {
  const { invoiceId } = shop;
  const commandKey = randomUUID();
  const recipients = ["ap@greenleaf.example", "AP@greenleaf.example", "ann@greenleaf.example"];
  const answer = await send("invoice", invoiceId, { recipients, commandKey });
  expect(await send("invoice", invoiceId, { recipients, commandKey })).toEqual(answer);
  const sent = await delivered("invoice", invoiceId);
  expect(sent.map((mail) => mail.to.address).toSorted()).toEqual([
    "AP@greenleaf.example",
    "ann@greenleaf.example",
  ]);
  const [mail] = sent;
  expect(mail?.subject).toMatch(/^Invoice .* from .*: \$3\.00, due /);
  expect(mail?.text).toContain("As agreed.");
  expect(mail?.attachments?.[0]?.content.subarray(0, 5).toString()).toBe("%PDF-");
  expect(mail?.attachments?.[0]?.filename).toMatch(/^Invoice .*\.pdf$/);
  expect(await delivered("invoice", invoiceId)).toEqual([]);
});

test("its link opens that invoice as it is now, without signing in, until it is withdrawn", async () => {
  const { invoiceId } = shop;
  await send("invoice", invoiceId);
  const [mail] = await delivered("invoice", invoiceId);
  const token = tokenIn(present(mail, "it was sent"));
  expect(await openShared(token, somewhere())).toMatchObject({
    kind: "invoice",
    invoice: { openCents: 3_00, credits: null },
  });
  const owner = await asMember(shop, "owner");
  const credit = { invoiceId, issuedOn: "2026-03-06", choice: { by: "whole" }, seenTotalCents: 3_00 };
  const memo = await call(owner, "creditMemos.creditInvoice", { commandKey: randomUUID(), ...credit });
  expect(await openShared(token, somewhere())).toMatchObject({ kind: "invoice", invoice: { openCents: 0 } });
  const { creditMemoId } = memo as { creditMemoId: string };
  await send("credit-memo", creditMemoId);
  const [second] = await delivered("credit-memo", creditMemoId);
  expect(second?.subject).toMatch(/^Credit memo CM-00001 from .*: \$3\.00$/);
  const other = tokenIn(present(second, "it was sent"));
  expect(await openShared(other, somewhere())).toMatchObject({
    kind: "invoice",
    invoice: { number: "CM-00001" },
  });
  const ended = { commandKey: randomUUID(), kind: "invoice", id: invoiceId };
  expect(await call(owner, "mails.withdraw", ended)).toEqual({ withdrawn: 1 });
  await expect(openShared(token, somewhere())).rejects.toMatchObject({ code: "link-gone" });
  await openShared(other, somewhere());
});

test("a server that refuses it is told on the invoice", async () => {
  const { invoiceId } = shop;
  await send("invoice", invoiceId);
  setMailer(() => Promise.resolve({ status: "rejected", error: "550 no such mailbox" }));
  const owner = await asMember(shop, "owner");
  const listed = async () =>
    (await call(owner, "mails.list", { kind: "invoice", id: invoiceId })) as {
      mails: { outboxId: string; status: string; lastError: string }[];
    };
  const [waiting] = (await listed()).mails;
  expect(waiting?.status).toBe("queued");
  const tenant = tenantOf(present(owner.member, "the owner is a member"));
  await deliver({ tenant, outboxId: waiting?.outboxId ?? "" }, randomUUID());
  expect((await listed()).mails).toMatchObject([{ status: "failed", lastError: "550 no such mailbox" }]);
});

test("no more to one address in a day than of statements, and an address is one", async () => {
  const { invoiceId } = shop;
  for (let n = 0; n < MOST_TO_ONE; n++) await send("invoice", invoiceId);
  await expect(send("invoice", invoiceId)).rejects.toMatchObject({ cause: { code: "too-many-to-one" } });
  for (const wrong of ["a@b.example, c@d.example", "Ann <ann@b.example>", ""])
    await expect(send("invoice", invoiceId, { recipients: [wrong] })).rejects.toMatchObject({
      code: "BAD_REQUEST",
    });
});

test("who bills the own jobs only mails only what is on them", async () => {
  await prepare(shop, "invoices.list");
  const manager = await asMember(shop, "project-manager");
  const asked = (id: string) => ({
    commandKey: randomUUID(),
    kind: "invoice",
    id,
    recipients: ["a@b.example"],
  });
  await call(manager, "mails.send", asked(shop.invoiceId));
  await prepare(shop, "invoices.void");
  await expect(call(manager, "mails.send", asked(shop.invoiceId))).rejects.toMatchObject({
    cause: { code: "not-your-job" },
  });
});
