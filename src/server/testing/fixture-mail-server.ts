// For tests of the doors: the mail server of a stand-in shop, how its papers look, a mail that came back, a link that
// stands for its customer, and a key for a program.
import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { stopMails } from "@/books/statements/mail-stops.ts";
import { queueMail } from "@/books/statements/outbox.ts";
import { cameBack } from "@/books/testing/came-back.ts";
import { asMember, booksOf, call } from "./fixture-caller.ts";
import { OFFICE_INPUTS } from "./fixture-office-inputs.ts";
import { STATEMENT_INPUTS } from "./fixture-statement-inputs.ts";
import { PEOPLE_ANEW } from "./fixture-people.ts";
import type { Shop } from "./shop.ts";

/** None yet, or one that can be given up. */
async function mailServerAnew(shop: Shop, isThere: boolean): Promise<void> {
  await (
    await booksOf(shop)
  ).change(({ tx }) => tx.execute(sql`update books.mail_servers set in_use = false, secret = null`));
  if (isThere)
    await call(
      await asMember(shop, "owner"),
      "mailServer.change",
      STATEMENT_INPUTS["mailServer.change"]?.(shop),
    );
}

/** The shop's statement, which came back. */
async function bouncedAnew(shop: Shop): Promise<void> {
  const paper = { kind: "statement", id: shop.statementId } as const;
  const mail = { paper, recipient: "back@greenleaf.example", cause: randomUUID() };
  await (
    await booksOf(shop)
  ).change(async (books) => cameBack(books, (await queueMail(books, mail)).outboxId));
}

/** One that comes by itself, whose reader wants no more. */
async function stoppedAnew(shop: Shop): Promise<void> {
  const paper = { kind: "statement", id: shop.statementId } as const;
  const mail = { paper, recipient: "back@greenleaf.example", cause: randomUUID(), comesByItself: true };
  await (
    await booksOf(shop)
  ).change(async (books) => stopMails(books, (await queueMail(books, mail)).outboxId));
}

/** As if none had been written yet. */
async function textsAnew(shop: Shop): Promise<void> {
  await (await booksOf(shop)).change(({ tx }) => tx.execute(sql`update books.mail_texts set version = 0`));
}

/** By the procedure that needs them. */
export const MAIL_ANEW: Record<string, (shop: Shop) => Promise<void>> = {
  "branding.change": brandingAnew,
  "bounces.list": bouncedAnew,
  "bounces.of": bouncedAnew,
  "bounces.clear": bouncedAnew,
  "mailTexts.change": textsAnew,
  "mailStops.of": stoppedAnew,
  "mailStops.undo": stoppedAnew,
  "mailServer.change": (shop) => mailServerAnew(shop, false),
  "mailServer.remove": (shop) => mailServerAnew(shop, true),
  "mailServer.test": (shop) => mailServerAnew(shop, false),
  "standingLinks.withdraw": standingLinkAnew,
  "apiKeys.revoke": apiKeyAnew,
  ...PEOPLE_ANEW,
};

async function standingLinkAnew(shop: Shop): Promise<void> {
  const owner = await asMember(shop, "owner");
  await call(owner, "standingLinks.make", STATEMENT_INPUTS["standingLinks.make"]?.(shop));
  const links = await call(owner, "standingLinks.list", STATEMENT_INPUTS["standingLinks.list"]?.(shop));
  shop.standingLinkId = (links as { linkId: string }[])[0]?.linkId ?? "";
}

async function apiKeyAnew(shop: Shop): Promise<void> {
  const owner = await asMember(shop, "owner");
  const made = await call(owner, "apiKeys.make", OFFICE_INPUTS["apiKeys.make"]?.(shop));
  shop.apiKeyId = (made as { keyId: string }).keyId;
}

/** As the next change has seen it. */
async function brandingAnew(shop: Shop): Promise<void> {
  const found = await call(await asMember(shop, "owner"), "branding.read", {});
  shop.brandingVersion = (found as { version: number }).version;
}
