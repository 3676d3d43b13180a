// Sends one mail of the outbox. Counted as tried before it is sent, marked sent after: a worker that dies between
// the two sends it at most once more, with the same Message-ID, and never posts anything twice. The books are opened to
// begin, when all that the mail needs is read, and to end; they are closed while it is drawn and sent.
import { readMailServer } from "@/books/business/mail-server.ts";
import { readMailText } from "@/books/business/mail-texts.ts";
import { changeBooks, type Books } from "@/books/open.ts";
import { readInvoiceOffer, readPayOffer } from "@/books/payments/pay-offer.ts";
import { readToldCharge } from "@/books/payments/autopay-list.ts";
import { noteReturned } from "@/books/statements/bounces.ts";
import { beginMail, endMail, type Mail, type MailEnd } from "@/books/statements/outbox.ts";
import { accountOfStatement } from "@/books/statements/shared-account.ts";
import { readStatement, readStatementFile, type IssuedStatement } from "@/books/statements/statements.ts";
import type { PayOffer } from "@/domain/payments/pay-offer.ts";
import { systemActor, type SystemActor } from "../actor.ts";
import { goesOutBy } from "../business-mail.ts";
import { log } from "../log.ts";
import { readPaper } from "../shared-paper.ts";
import { MAIL_TRIES, type MailJob } from "./queue.ts";
import type { Gone } from "./gone.ts";
import { autopayDay, noteAutopay, sendAutopay, type GoingAutopay } from "./send-autopay.ts";
import { sendInvoice, type GoingInvoice } from "./send-invoice.ts";
import { sendStatement, type GoingStatement } from "./send-statement.ts";

/** `again`: why the queue is to try again later; null when it is over. `answered`: whether anybody did, where that is known. */
export type Delivered = { again: string | null; answered: boolean | null };

export async function deliver(job: MailJob, requestId: string): Promise<Delivered> {
  const actor = await systemActor(job.tenant, requestId);
  const going = actor && (await begin(actor, job));
  if (!actor || !going) return { again: null, answered: null };
  const gone = await send(actor, going);
  const ended = endOf(gone, going.mail);
  await changeBooks(actor, step("end", job, requestId), async (books) => {
    await endMail(books, job.outboxId, { ...ended, linkId: gone.linkId });
    if (gone.status === "failed" && gone.bounce)
      await noteReturned(books, job.outboxId, { outcome: "bounced", bounce: gone.bounce });
    if ("charge" in going) await noteAutopay(books, going, ended.status === "sent" ? "" : ended.error);
    return null;
  });
  log().info({ tenant: job.tenant, outboxId: job.outboxId, status: ended.status, requestId }, "mail");
  return { again: ended.status === "queued" ? ended.error : null, answered: answeredBy(gone) };
}

function send(actor: SystemActor, going: Going): Promise<Gone> {
  if ("charge" in going) return sendAutopay(actor, going);
  return "invoice" in going ? sendInvoice(actor, going) : sendStatement(actor, going);
}

const answeredBy = (gone: Gone) => (gone.status !== "retry" ? true : gone.slow ? false : null);

const TAKEN = "The mail server took the mail and never answered";

/** A server that is unwell gets another try later, so many times; one that may have the mail by now, a single one. */
function endOf(gone: Gone, mail: Mail): MailEnd {
  if (gone.status !== "retry") return gone;
  if (gone.taken && mail.lastError.startsWith(TAKEN))
    return { status: "failed" as const, error: `${TAKEN}, twice. It may have arrived.` };
  const error = gone.taken ? `${TAKEN} (${gone.error})` : gone.error;
  return { status: mail.attempts < MAIL_TRIES ? ("queued" as const) : ("failed" as const), error };
}

/** For tries that broke off before they could say why: the log has it. */
const NEVER_ENDED = { status: "failed", error: "no try came to an end" } as const;

/** Of a charge by autopay: what it was to say was said by then, or isn't so any more. */
const SAID_BEFORE = { status: "failed", error: "another mail said it" } as const;
const NOT_SO = { status: "failed", error: "it was no longer so when it could have gone out" } as const;

type Going = GoingStatement | GoingInvoice | GoingAutopay;

/** All that the mail needs, or why it has nothing to say any more. */
async function readGoing(
  books: Books,
  actor: SystemActor,
  { mail, server }: Pick<Going, "mail" | "server">,
): Promise<Going | MailEnd> {
  const { kind, id } = mail.paper;
  if (mail.charge) {
    const { chargeId, tells } = mail.charge;
    const charge = await readToldCharge(books, chargeId);
    if (!charge.says[tells]) return tells === "announce" && charge.isTold ? SAID_BEFORE : NOT_SO;
    return { mail, server, charge, tells, tryOn: autopayDay(charge, tells, actor.today) };
  }
  if (kind !== "statement") {
    const invoice = await readPaper(books, actor, mail.paper);
    const own = await readMailText(books, "invoice", invoice.business.language);
    const offer = kind === "invoice" ? await readInvoiceOffer(books, id) : null;
    return { mail, server, invoice, own, paysOnline: isPayable(offer) };
  }
  const [issued, file] = await Promise.all([readStatement(books, id), readStatementFile(books, id)]);
  const own = await readMailText(books, "statement", issued.statement.business.language);
  return { mail, server, issued, file, own, paysOnline: isPayable(await readOfferOf(books, issued)) };
}

/** What is paid is of one account; a parent’s statement is of several. */
async function readOfferOf(
  books: Books,
  { statementId, statement }: IssuedStatement,
): Promise<PayOffer | null> {
  if (statement.accounts) return null;
  const { accountId } = await accountOfStatement(books, statementId);
  return readPayOffer(books, accountId);
}

const isPayable = (offer: PayOffer | null): boolean => offer !== null && offer.allCents > 0;

/** null when there is nothing to do: the mail went out, was given up, or has no way out yet. */
async function begin(actor: SystemActor, job: MailJob): Promise<Going | null> {
  let going: Going | null = null;
  await changeBooks(actor, step("begin", job, actor.requestId), async (books) => {
    // No try is lost on a way out that isn't there: it is asked for again by the sweep.
    const server = await readMailServer(books);
    if (!goesOutBy(server)) return null;
    const mail = await beginMail(books, job.outboxId);
    if (mail.status !== "queued") return null;
    if (mail.attempts > MAIL_TRIES) await endMail(books, job.outboxId, NEVER_ENDED);
    else {
      const read = await readGoing(books, actor, { mail, server });
      if ("status" in read) await endMail(books, job.outboxId, read);
      else going = read;
    }
    return null;
  });
  return going;
}

const step = (name: "begin" | "end", job: MailJob, requestId: string) => ({
  key: `mail-${name}:${job.outboxId}:${requestId}`,
  procedure: `mail.${name}`,
  input: { outboxId: job.outboxId },
});
