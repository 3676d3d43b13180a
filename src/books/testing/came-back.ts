// For tests: a mail that was tried, and came back for good; and one whose reader wants no more, of a business with words of its own.
import { changeMailText } from "../business/mail-texts.ts";
import type { Books } from "../open.ts";
import { stopMails } from "../statements/mail-stops.ts";
import { noteReturned } from "../statements/bounces.ts";
import { beginMail, queueMail } from "../statements/outbox.ts";

export async function cameBack(books: Books, outboxId: string): Promise<{ noted: boolean }> {
  await beginMail(books, outboxId);
  const bounce = { kind: "hard", code: "5.1.1", reason: "no such user" } as const;
  return { noted: await noteReturned(books, outboxId, { outcome: "bounced", bounce }) };
}

export async function stopped(
  books: Books,
  mail: Parameters<typeof queueMail>[1],
): Promise<{ stopped: true }> {
  const text = { subject: "{number}", body: "Thank you." };
  await changeMailText(books, { paper: "statement", language: "en", version: 0, ...text });
  const { outboxId } = await queueMail(books, { ...mail, cause: "by itself", comesByItself: true });
  return stopMails(books, outboxId);
}
