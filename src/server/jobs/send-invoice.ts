// The mail of one invoice or credit memo: its PDF as it is now, a link of its own, and what somebody wrote with it.
import type { Mail } from "@/books/statements/outbox.ts";
import { paperWords } from "@/domain/language/credit-memo-words.ts";
import type { InvoicePaper } from "@/domain/invoices/invoice-paper.ts";
import type { MailText } from "@/domain/statements/mail-text.ts";
import { tenantOf, type SystemActor } from "../actor.ts";
import type { SealedMailServer } from "@/books/business/mail-server.ts";
import { sendForBusiness } from "../business-mail.ts";
import { runHeavy } from "../heavy/run-heavy.ts";
import { logoOf } from "../paper-logo.ts";
import { traceOf } from "../mail-trace.ts";
import { sharePaper } from "../shared-paper.ts";
import { fileName } from "../wire/named-file.ts";
import { goneBy, type Gone } from "./gone.ts";

/** `server`: the business's own way out; null for the system's. `own`: what it writes in such mails. */
export type GoingInvoice = {
  mail: Mail;
  server: SealedMailServer | null;
  invoice: InvoicePaper;
  own: MailText;
  /** As it stands when the mail begins. */
  paysOnline: boolean;
};

export async function sendInvoice(
  actor: SystemActor,
  { mail, server, invoice, own, paysOnline }: GoingInvoice,
): Promise<Gone> {
  const { business, customer, number } = invoice;
  const logo = await logoOf(actor, invoice.business.brand);
  const pdf = await runHeavy(tenantOf(actor), "invoice-pdf", { invoice, logo });
  const { invoiceMail } = await import("@/documents/mails/invoice-mail.tsx");
  const { url, linkId } = await sharePaper(actor, mail.paper);
  const letter = await invoiceMail({ invoice, url, message: mail.message, own, paysOnline });
  const delivery = await sendForBusiness(actor, server, {
    to: { name: customer.name, address: mail.recipient },
    ...(business.email && { replyTo: { name: business.name, address: business.email } }),
    fromName: business.name,
    ...letter,
    attachments: [
      {
        filename: fileName(`${paperWords(invoice).invoice} ${number}`, "pdf"),
        content: Buffer.from(pdf),
        contentType: "application/pdf",
      },
    ],
    trace: traceOf(actor, mail, linkId),
  });
  return goneBy(delivery, linkId);
}
