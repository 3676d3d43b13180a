// The mail of one statement: words, link and PDF, all from the frozen value. Each try makes a link of its own, in the
// directory and in no transaction of the books; its address is stored nowhere.
import type { Mail } from "@/books/statements/outbox.ts";
import type { IssuedStatement } from "@/books/statements/statements.ts";
import { documentWords } from "@/domain/language/document-words.ts";
import type { MailText } from "@/domain/statements/mail-text.ts";
import type { SystemActor } from "../actor.ts";
import type { SealedMailServer } from "@/books/business/mail-server.ts";
import { sendForBusiness } from "../business-mail.ts";
import { traceOf } from "../mail-trace.ts";
import { sharePaper } from "../shared-paper.ts";
import { drawStatementFile } from "../statement-file.ts";
import { verifyOf } from "../verify-address.ts";
import { goneBy, type Gone } from "./gone.ts";

/** `file`: its paper, where it was drawn before. `server`: the business's own way out; null for the system's. */
export type GoingStatement = {
  mail: Mail;
  server: SealedMailServer | null;
  issued: IssuedStatement;
  file: Uint8Array | null;
  /** What the business writes in such mails. */
  own: MailText;
  /** As its account stands when the mail begins. */
  paysOnline: boolean;
};

export async function sendStatement(
  actor: SystemActor,
  { mail, server, issued, file, own, paysOnline }: GoingStatement,
): Promise<Gone> {
  const { statement, number } = issued;
  const pdf = file ? Buffer.from(file) : await drawStatementFile(actor, issued);
  const { statementMail } = await import("@/documents/mails/statement-mail.tsx");
  const { url, linkId } = await sharePaper(actor, mail.paper);
  const verify = verifyOf(issued);
  const letter = await statementMail({ statement, url, pdfAttached: true, verify, own, paysOnline });
  const replyTo = statement.business.email;
  const delivery = await sendForBusiness(actor, server, {
    to: { name: statement.customer.name, address: mail.recipient },
    ...(replyTo && { replyTo: { name: statement.business.name, address: replyTo } }),
    fromName: statement.business.name,
    ...letter,
    attachments: [
      {
        filename: `${documentWords(statement.business.language).statement} ${number}.pdf`,
        content: pdf,
        contentType: "application/pdf",
      },
    ],
    trace: traceOf(actor, mail, linkId),
  });
  return goneBy(delivery, linkId);
}
