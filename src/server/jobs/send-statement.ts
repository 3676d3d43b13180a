// The mail of one statement: words, link and PDF, all from the frozen value.
import type { Mail } from "@/books/statements/outbox.ts";
import type { IssuedStatement } from "@/books/statements/statements.ts";
import type { SystemActor } from "../actor.ts";
import { sendMail } from "../auth/mailer.ts";
import { statementFile } from "../statement-file.ts";

export type Going = { mail: Mail; url: string; issued: IssuedStatement };
export type Gone =
  | { status: "sent" }
  | { status: "retry"; error: string; slow: boolean; taken: boolean }
  | { status: "failed"; error: string };

export async function sendStatement(actor: SystemActor, { mail, url, issued }: Going): Promise<Gone> {
  const { statement, number } = issued;
  const { statementMail } = await import("@/documents/mails/statement-mail.tsx");
  const letter = await statementMail({ statement, url, pdfAttached: true });
  const pdf = await statementFile(actor, issued);
  const replyTo = statement.business.email;
  const delivery = await sendMail({
    to: { name: statement.customer.name, address: mail.recipient },
    ...(replyTo && { replyTo: { name: statement.business.name, address: replyTo } }),
    fromName: statement.business.name,
    ...letter,
    attachments: [{ filename: `Statement ${number}.pdf`, content: pdf, contentType: "application/pdf" }],
    cause: `statement-mail:${mail.outboxId}`,
  });
  if (delivery.status === "sent") return { status: "sent" };
  return delivery.status === "retry" ? delivery : { status: "failed", error: delivery.error };
}
