// A mail about a charge by autopay is asked for: that it will be taken, that it couldn't be, and that it is given up. It goes by the
// outbox as any other does, and is listed with the mails of the statement that it leads to.
import type { Books } from "@/books/open.ts";
import { noteUntold } from "@/books/payments/autopay-charges.ts";
import { readRecipient } from "@/books/payments/autopay.ts";
import { readToldCharge } from "@/books/payments/autopay-list.ts";
import { isChargeMailWaiting, queueMail } from "@/books/statements/outbox.ts";
import { newestStatementOf } from "@/books/statements/standing-links.ts";
import type { ChargeMail } from "@/domain/payments/autopay.ts";
import type { SystemActor } from "../actor.ts";
import { goesOut } from "../business-mail.ts";
import { enqueueMail } from "../jobs/queue.ts";

type About = { chargeId: string; tells: ChargeMail };

/** Once a day for each charge and what is told of it, and not while a mail with that waits. Why nobody can be told stands on the charge. */
export async function mailAboutCharge(books: Books, actor: SystemActor, charge: About): Promise<void> {
  const { chargeId, tells } = charge;
  const { accountId, says } = await readToldCharge(books, chargeId);
  if (!says[tells] || (await isChargeMailWaiting(books, charge))) return;
  const [recipient, id] = await Promise.all([
    readRecipient(books, accountId),
    newestStatementOf(books, accountId),
  ]);
  if (recipient === null) return noteUntold(books, chargeId, "There is no address to tell it to.");
  if (id === null) return noteUntold(books, chargeId, "There is no statement to lead to.");
  if (!(await goesOut(books))) return noteUntold(books, chargeId, "No mail goes out: set up a mail server.");
  const mail = { paper: { kind: "statement", id }, recipient, cause: books.today, charge } as const;
  const { outboxId, queued } = await queueMail(books, mail);
  if (queued) await enqueueMail(books, actor, { outboxId, recipient });
}
