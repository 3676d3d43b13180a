// Mails of invoices and credit memos: to whom they went and how that is going, send one, end the links in them.
import { readCreditMemo } from "@/books/invoices/credit-memo-page.ts";
import { findInvoice } from "@/books/invoices/invoice-page.ts";
import { assertBillsJobs } from "@/books/jobs/own-jobs.ts";
import type { Books } from "@/books/open.ts";
import { queueMail, readMails } from "@/books/statements/outbox.ts";
import { present } from "@/domain/assert.ts";
import { PaperAsked, PaperMail } from "@/domain/statements/mail-input.ts";
import { Refusal } from "@/domain/refusal.ts";
import type { MailedPaper } from "@/domain/statements/mailed-paper.ts";
import type { Insider } from "../actor.ts";
import { goesOut } from "../business-mail.ts";
import { enqueueMail } from "../jobs/queue.ts";
import { limitMail } from "../mail-limits.ts";
import { ownJobsOf } from "../office.ts";
import { linksOf, withdrawLinks } from "../shared-paper.ts";
import { allow, command, router } from "../trpc.ts";

/** By its whole id, with its job; refuses what isn't there, and a credit memo that has no paper. */
async function found(
  books: Books,
  { kind, id }: PaperAsked,
): Promise<{ paper: MailedPaper; invoiceId: string }> {
  if (kind === "invoice") return { paper: { kind, id }, invoiceId: (await findInvoice(books, id)).id };
  const { creditMemoId, invoice } = await readCreditMemo(books, id);
  if (invoice === null) throw new Refusal("not-found");
  return { paper: { kind, id: creditMemoId }, invoiceId: invoice.invoiceId };
}

/** Who bills the own jobs only mails only what is on them. */
async function mailed(books: Books, member: Insider, asked: PaperAsked): Promise<MailedPaper> {
  const { paper, invoiceId } = await found(books, asked);
  const managerId = ownJobsOf(member);
  if (managerId !== null) {
    const { job_id } = await findInvoice(books, invoiceId);
    await assertBillsJobs(books, managerId, [job_id]);
  }
  return paper;
}

export const mailsRouter = router({
  list: allow("account:read")
    .input(PaperAsked)
    .query(async ({ ctx, input }) => {
      const { paper } = await found(ctx.books, input);
      const [mails, links, sends] = await Promise.all([
        readMails(ctx.books, paper),
        linksOf(ctx.books, ctx.member, paper),
        goesOut(ctx.books),
      ]);
      return { mails, links, goesOut: sends };
    }),

  send: command("invoice:write", { limit: limitMail })
    .input(PaperMail)
    .mutation(async ({ ctx, input: { recipients, message, ...asked } }) => {
      const paper = await mailed(ctx.books, ctx.member, asked);
      const cause = present(ctx.books.commandId, "a command is carried out");
      for (const recipient of recipients) {
        const mail = await queueMail(ctx.books, { paper, recipient, cause, message });
        if (mail.queued) await enqueueMail(ctx.books, ctx.member, { outboxId: mail.outboxId, recipient });
      }
      return { recipients, goesOut: await goesOut(ctx.books) };
    }),

  /** Ends every link to it at once, those in mails too. */
  withdraw: command("invoice:write", { shuts: true })
    .input(PaperAsked)
    .mutation(async ({ ctx, input }) => {
      const paper = await mailed(ctx.books, ctx.member, input);
      const withdrawn = await withdrawLinks(ctx.books, ctx.member, paper);
      if (withdrawn === 0) throw new Refusal("link-gone");
      return { withdrawn };
    }),
});
