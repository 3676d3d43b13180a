// The mail about one charge by autopay, with a link to where autopay is stopped. What is announced counts as told when its mail went
// out, and is taken as many days later as it has to be told before.
import type { SealedMailServer } from "@/books/business/mail-server.ts";
import type { Books } from "@/books/open.ts";
import { noteTold, noteUntold } from "@/books/payments/autopay-charges.ts";
import type { ToldCharge } from "@/books/payments/autopay-list.ts";
import type { Mail } from "@/books/statements/outbox.ts";
import { takenOn, type ChargeMail } from "@/domain/payments/autopay.ts";
import { autopayWords } from "@/domain/payments/autopay-words.ts";
import { dayLocale } from "@/domain/language/language.ts";
import type { Day } from "@/domain/values/day.ts";
import { formatDay } from "@/domain/values/day-words.ts";
import { formatMoney } from "@/domain/values/money.ts";
import type { SystemActor } from "../actor.ts";
import { sendForBusiness } from "../business-mail.ts";
import { traceOf } from "../mail-trace.ts";
import { sharePaper } from "../shared-paper.ts";
import { goneBy, type Gone } from "./gone.ts";

/** `tryOn`: the day that it says it is taken on. */
export type GoingAutopay = {
  mail: Mail;
  server: SealedMailServer | null;
  charge: ToldCharge;
  tells: ChargeMail;
  tryOn: Day;
};

export const autopayDay = (charge: ToldCharge, tells: ChargeMail, today: Day): Day =>
  tells === "announce" ? takenOn(charge.chargeOn, today) : charge.tryOn;

export async function sendAutopay(
  actor: SystemActor,
  { mail, server, charge, tells, tryOn }: GoingAutopay,
): Promise<Gone> {
  const { url, linkId } = await sharePaper(actor, mail.paper);
  const delivery = await sendForBusiness(actor, server, {
    to: { name: charge.customerName, address: mail.recipient },
    ...(charge.replyTo && { replyTo: { name: actor.orgName, address: charge.replyTo } }),
    fromName: actor.orgName,
    ...letterOf(actor, charge, { tells, tryOn, url }),
    trace: traceOf(actor, mail, linkId),
  });
  return goneBy(delivery, linkId);
}

type Told = { tells: ChargeMail; tryOn: Day; url: string };

function letterOf(
  { orgName, locale }: SystemActor,
  { language, amountCents, currency, paidBy }: ToldCharge,
  { tells, tryOn, url }: Told,
) {
  const say = autopayWords(language);
  const amount = formatMoney(amountCents, currency, locale);
  const date = formatDay(tryOn, dayLocale(language, locale));
  const told = {
    announce: `${say.announce(amount, date, paidBy)} ${say.lessIfPaid}`,
    again: say.again(amount, paidBy, date),
    "given-up": say.givenUp(amount, paidBy),
  }[tells];
  return { subject: say.subject(orgName, amount), text: `${told}\n\n${say.look}\n${url}\n` };
}

/** `error`: why it didn't go out, or hasn't yet; "" where it did. */
export async function noteAutopay(
  books: Books,
  { mail, tells, tryOn }: GoingAutopay,
  error: string,
): Promise<void> {
  const chargeId = mail.charge?.chargeId;
  if (tells !== "announce" || chargeId === undefined) return;
  if (error === "") await noteTold(books, chargeId, tryOn);
  else await noteUntold(books, chargeId, `The mail to ${mail.recipient} didn’t go out: ${error}`);
}
