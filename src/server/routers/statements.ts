// Statements: look before, issue, send, share, withdraw.
import { z } from "zod";
import { queueMail, readMails } from "@/books/statements/outbox.ts";
import { countStatements, listStatements } from "@/books/statements/statement-list.ts";
import { issueStatement, previewStatement, readStatement } from "@/books/statements/statements.ts";
import { previewScreen } from "@/books/statements/statement-screen.ts";
import { MailAddress, StatementRequest } from "@/domain/statements/statement-input.ts";
import { present } from "@/domain/assert.ts";
import { Refusal } from "@/domain/refusal.ts";
import { statementList } from "@/domain/statements/statement-list.ts";
import { StatementPages } from "@/domain/statements/statement-pages.ts";
import { letterheadOf } from "../actor.ts";
import { KnownAt } from "../moment-query.ts";
import { limitMail } from "../mail-limits.ts";
import { goesOut } from "../business-mail.ts";
import { enqueueMail } from "../jobs/queue.ts";
import { linksOf, sharePaper, withdrawLinks } from "../shared-paper.ts";
import { allow, command, router } from "../trpc.ts";

const paperOf = ({ statementId: id }: { statementId: string }) => ({ kind: "statement", id }) as const;

const Preview = StatementRequest.extend({ knownAt: KnownAt.optional() });

export const statementsRouter = router({
  /** A page of each table, as a screen shows it. */
  preview: allow("statement:preview")
    .input(Preview.extend({ pages: StatementPages.default({ items: 1, lines: 1 }) }))
    .query(({ ctx, input }) => {
      const { knownAt } = ctx;
      return previewScreen(ctx.books, letterheadOf(ctx.member), { ...input, knownAt });
    }),

  /** The whole of it, as its paper has it. */
  previewPaper: allow("statement:preview")
    .input(Preview)
    .query(({ ctx, input }) => {
      const { knownAt } = ctx;
      return previewStatement(ctx.books, letterheadOf(ctx.member), { ...input, knownAt });
    }),

  list: allow("statement:preview")
    .input(statementList.query)
    .query(({ ctx, input }) => listStatements(ctx.books, input)),

  count: allow("statement:preview")
    .input(statementList.matching)
    .query(({ ctx, input }) => countStatements(ctx.books, input)),

  read: allow("statement:preview")
    .input(z.strictObject({ statementId: z.string().max(60) }))
    .query(async ({ ctx, input }) => {
      // What it is proven by is its paper's.
      const { frozen: _frozen, ...issued } = await readStatement(ctx.books, input.statementId);
      const { proof: _proof, ...statement } = issued.statement;
      const [mails, links, sends] = await Promise.all([
        readMails(ctx.books, paperOf(issued)),
        linksOf(ctx.books, ctx.member, paperOf(issued)),
        goesOut(ctx.books),
      ]);
      return { ...issued, statement, mails, links, goesOut: sends };
    }),

  issue: command("statement:issue")
    .input(StatementRequest)
    .mutation(({ ctx, input }) => issueStatement(ctx.books, letterheadOf(ctx.member), input)),

  send: command("statement:issue", { limit: limitMail })
    .input(z.strictObject({ statementId: z.uuid(), recipient: MailAddress }))
    .mutation(async ({ ctx, input }) => {
      const issued = await readStatement(ctx.books, input.statementId);
      const cause = present(ctx.books.commandId, "a command is carried out");
      const mail = await queueMail(ctx.books, { paper: paperOf(issued), recipient: input.recipient, cause });
      if (mail.queued)
        await enqueueMail(ctx.books, ctx.member, { outboxId: mail.outboxId, recipient: input.recipient });
      return { ...mail, goesOut: await goesOut(ctx.books) };
    }),

  /** A link to hand over by other means; its address is shown this once and kept nowhere. */
  share: command("statement:issue", { shownOnce: true })
    .input(z.strictObject({ statementId: z.uuid() }))
    .mutation(async ({ ctx, input }) => {
      const issued = await readStatement(ctx.books, input.statementId);
      return sharePaper(ctx.member, paperOf(issued), ctx.books.tx);
    }),

  withdraw: command("statement:issue", { shuts: true })
    .input(z.strictObject({ statementId: z.uuid() }))
    .mutation(async ({ ctx, input }) => {
      const issued = await readStatement(ctx.books, input.statementId);
      const withdrawn = await withdrawLinks(ctx.books, ctx.member, paperOf(issued));
      if (withdrawn === 0) throw new Refusal("link-gone");
      return { withdrawn };
    }),
});
