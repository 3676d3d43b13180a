// For tests of the doors: the mail server of a stand-in shop, a mail that came back, and a link that stands for its customer.
import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { noteReturned } from "@/books/statements/bounces.ts";
import { beginMail, queueMail } from "@/books/statements/outbox.ts";
import { asMember, booksOf, call } from "./fixture-caller.ts";
import { STATEMENT_INPUTS } from "./fixture-statement-inputs.ts";
import type { Shop } from "./shop.ts";

/** None yet, or one that can be given up. */
export async function mailServerAnew(shop: Shop, isThere: boolean): Promise<void> {
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
export async function bouncedAnew(shop: Shop): Promise<void> {
  const paper = { kind: "statement", id: shop.statementId } as const;
  const mail = { paper, recipient: "back@greenleaf.example", cause: randomUUID() };
  const bounce = { kind: "hard", code: "5.1.1", reason: "no such user" } as const;
  await (
    await booksOf(shop)
  ).change(async (books) => {
    const { outboxId } = await queueMail(books, mail);
    await beginMail(books, outboxId);
    return { noted: await noteReturned(books, outboxId, { outcome: "bounced", bounce }) };
  });
}

export async function standingLinkAnew(shop: Shop): Promise<void> {
  const owner = await asMember(shop, "owner");
  await call(owner, "standingLinks.make", STATEMENT_INPUTS["standingLinks.make"]?.(shop));
  const links = await call(owner, "standingLinks.list", STATEMENT_INPUTS["standingLinks.list"]?.(shop));
  shop.standingLinkId = (links as { linkId: string }[])[0]?.linkId ?? "";
}
