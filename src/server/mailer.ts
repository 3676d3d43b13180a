// The way out for mail: one transport, plain SMTP by setting. A mail never reads a file or fetches a page.
import { createTransport, type Transporter } from "nodemailer";
import { env, needed } from "@/env.ts";

export type Mail = { to: string; subject: string; text: string; html?: string; replyTo?: string; attachments?: Attachment[] };
export type Attachment = { filename: string; content: Buffer; contentType: string };
export type Sent = { messageId: string };
type Send = (mail: Mail) => Promise<Sent>;

let transport: Transporter | undefined;
let send: Send = sendBySmtp;

export const sendMail: Send = (mail) => send(mail);

/** For tests: look at what would have been sent. */
export function setMailer(fake: Send | null): void {
  send = fake ?? sendBySmtp;
}

async function sendBySmtp(mail: Mail): Promise<Sent> {
  transport ??= createTransport(needed("SMTP_URL"));
  // An address list or header injection in `to` would be someone else's mail.
  const to = { name: "", address: mail.to };
  const sent = await transport.sendMail({
    ...mail,
    to,
    from: env().MAIL_FROM,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return { messageId: sent.messageId };
}
