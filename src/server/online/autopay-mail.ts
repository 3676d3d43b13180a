// The mail about a charge by autopay: that it will be taken, that it couldn't be, and that it is given up; with a link to where autopay
// is stopped.
import { readMailServer } from "@/books/business/mail-server.ts";
import { noteTold, noteUntold } from "@/books/payments/autopay-charges.ts";
import { readRecipient } from "@/books/payments/autopay.ts";
import { readToldCharge, type ToldCharge } from "@/books/payments/autopay-list.ts";
import { changeBooks, noteInBooks, readBooks } from "@/books/open.ts";
import { newestStatementOf } from "@/books/statements/standing-links.ts";
import { takenOn } from "@/domain/payments/autopay.ts";
import { autopayWords } from "@/domain/payments/autopay-words.ts";
import { dayLocale } from "@/domain/language/language.ts";
import { formatDay } from "@/domain/values/day-words.ts";
import { formatMoney } from "@/domain/values/money.ts";
import type { SystemActor } from "../actor.ts";
import { goesOutBy, sendForBusiness } from "../business-mail.ts";
import type { AutopayMailJob } from "../jobs/queue.ts";
import { sharePaper } from "../shared-paper.ts";

/**
 * Throws where the queue is to try again. What is announced counts as told when its mail went out, and is taken as many days later as
 * it has to be told before; why it couldn't be told stands on it.
 */
export async function mailAboutCharge(actor: SystemActor, { chargeId, what }: AutopayMailJob): Promise<void> {
  const { charge, server, recipient, statementId } = await readBooks(actor, async (books) => {
    const read = await readToldCharge(books, chargeId);
    return {
      charge: read,
      server: await readMailServer(books),
      recipient: await readRecipient(books, read.accountId),
      statementId: await newestStatementOf(books, read.accountId),
    };
  });
  const isAnnounced = what === "announce";
  if (isAnnounced && !charge.isToBeTold) return;
  const wait = (why: string) => noteInBooks(actor, (books) => noteUntold(books, chargeId, why));
  if (recipient === null) return wait("There is no address to tell it to.");
  if (statementId === null) return wait("There is no statement to lead to.");
  if (!goesOutBy(server)) return wait("No mail goes out: set up a mail server.");
  const tryOn = isAnnounced ? takenOn(charge.chargeOn, actor.today) : charge.tryOn;
  const { url } = await sharePaper(actor, { kind: "statement", id: statementId });
  const delivery = await sendForBusiness(actor, server, {
    to: { name: charge.customerName, address: recipient },
    ...(charge.replyTo && { replyTo: { name: actor.orgName, address: charge.replyTo } }),
    fromName: actor.orgName,
    ...letterOf(actor, { ...charge, tryOn }, { what, url }),
  });
  if (delivery.status !== "sent") await wait(`The mail to ${recipient} didn’t go out: ${delivery.error}`);
  if (delivery.status === "retry") throw new Error(`autopay mail: ${delivery.error}`);
  if (delivery.status === "rejected" || !isAnnounced) return;
  const told = { key: `autopay-told:${chargeId}`, procedure: "autopay.told", input: { chargeId } };
  await changeBooks(actor, told, (books) => noteTold(books, chargeId, tryOn));
}

function letterOf(
  { orgName, locale }: SystemActor,
  { language, amountCents, currency, tryOn, paidBy }: ToldCharge,
  { what, url }: { what: AutopayMailJob["what"]; url: string },
) {
  const say = autopayWords(language);
  const amount = formatMoney(amountCents, currency, locale);
  const date = formatDay(tryOn, dayLocale(language, locale));
  const told = {
    announce: `${say.announce(amount, date, paidBy)} ${say.lessIfPaid}`,
    again: say.again(amount, paidBy, date),
    "given-up": say.givenUp(amount, paidBy),
  }[what];
  return { subject: say.subject(orgName, amount), text: `${told}\n\n${say.look}\n${url}\n` };
}
