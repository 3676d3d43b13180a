// The way out for mail: plain SMTP by setting, one recipient a mail, and an answer that says whether to try again.
// An address list or a line break in a header would be someone else's mail (faults D15), so both are refused here.
import { createHash } from "node:crypto";
import { createTransport, type SendMailOptions, type Transporter } from "nodemailer";
import type MailMessage from "nodemailer/lib/mailer/mail-message.js";
import { z } from "zod";
import type { MailServer } from "@/domain/business/mail-server.ts";
import { env, needed } from "@/env.ts";
import { tagged, type MailTrace } from "../mail-trace.ts";

export type Mailbox = { name: string; address: string };
export type Attachment = { filename: string; content: Buffer; contentType: string };
export type OutgoingMail = {
  to: Mailbox;
  replyTo?: Mailbox;
  /** Whose mail it is, shown as the sender's name; the address is our own (faults f.2), or that of their own server. */
  fromName?: string;
  subject: string;
  text: string;
  html?: string;
  attachments?: readonly Attachment[];
  /** What it is known by when it comes back. A second try carries the same Message-ID, so mailboxes can tell. */
  trace?: MailTrace;
};

/**
 * "retry": the network or the server is unwell; `slow` where it let us wait for nothing, and `taken` where it had all of
 * the mail by then, so that it may arrive all the same. "rejected": this mail will never be taken; `refused` where
 * it was its recipient that the server refused: what it said.
 */
export type Delivery =
  | { status: "sent"; messageId: string }
  | { status: "retry"; error: string; slow: boolean; taken: boolean }
  | { status: "rejected"; error: string; refused?: string };

/** A business's own server, at the address that was judged; `host` is what its certificate must say. */
export type MailRoute = MailServer & { address: string; password: string | null };

type Send = (mail: OutgoingMail, via?: MailRoute) => Promise<Delivery>;

let fake: Send | null = null;

export const sendMail: Send = (mail, via) => (fake ?? sendBySmtp)(mail, via);

/** Where it doesn't, what can wait waits (the worker takes no mail up), and what can't is refused and says so. */
export const mailGoesOut = (): boolean => fake !== null || env().SMTP_URL !== undefined;

/** For tests: look at what would have been sent. */
export function setMailer(instead: Send | null): void {
  fake = instead;
}

/** One plain address: no list, no name, no quoted part, nothing that a server may read as two. */
const PlainAddress = z
  .email()
  .max(254)
  .refine((text) => !/[\s,;<>"]/u.test(text));

async function sendBySmtp(mail: OutgoingMail, via?: MailRoute): Promise<Delivery> {
  const recipient = PlainAddress.safeParse(mail.to.address);
  if (!recipient.success) return { status: "rejected", error: "this is not one plain e-mail address" };
  const { MAIL_FROM, MAIL_BOUNCES = "" } = env();
  const sender = via ? via.fromAddress : senderOf(MAIL_FROM);
  const bounces = via ? via.bounceAddress : MAIL_BOUNCES;
  const sending = { taken: false };
  try {
    const sent: { messageId: string } = await (via ? transportTo(via) : systemTransport()).sendMail({
      from:
        mail.fromName === undefined && !via
          ? MAIL_FROM
          : named({ name: mail.fromName ?? "", address: sender }),
      to: named({ name: mail.to.name, address: recipient.data }),
      // Explicit, so that no header can add a recipient.
      envelope: {
        from: mail.trace && bounces !== "" ? tagged(bounces, mail.trace.tag) : sender,
        to: [recipient.data],
      },
      ...(mail.replyTo &&
        PlainAddress.safeParse(mail.replyTo.address).success && { replyTo: named(mail.replyTo) }),
      subject: headerText(mail.subject),
      text: mail.text,
      ...(mail.html !== undefined && { html: mail.html }),
      attachments: (mail.attachments ?? []).map((file) => ({ ...file, filename: fileName(file.filename) })),
      ...(mail.trace && { messageId: `<${mail.trace.messageId}@${hostOf(sender)}>` }),
      headers: {
        "Auto-Submitted": "auto-generated",
        // RFC 8058: a press of the mail program's own button is a POST to it; whoever merely opens it changes nothing.
        ...(mail.trace?.stop !== undefined && {
          "List-Unsubscribe": `<${mail.trace.stop}>`,
          "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
        }),
      },
      signal: AbortSignal.timeout(LONGEST_MS),
      sending,
    } as SendMailOptions);
    return { status: "sent", messageId: sent.messageId };
  } catch (error) {
    return failureOf(error, sending.taken);
  }
}

/** Mails on their way at once, each on a connection of the pool that is kept for the next. */
export const MAILS_AT_ONCE = 10;
/** All of one mail, however slowly its server goes on answering. */
const LONGEST_MS = 60_000;
/** A server that is there says so at once; what it does with a whole mail may take it a while. */
export const DEADLINES = {
  connectionTimeout: 5_000,
  greetingTimeout: 5_000,
  dnsTimeout: 5_000,
  socketTimeout: 20_000,
};

/** So many servers of businesses have a pool at a time; who hasn't sent for the longest is closed first. */
const MOST_POOLS = 20;
const pools = new Map<string, Transporter>();

const systemTransport = (): Transporter => {
  const url = needed("SMTP_URL");
  return pooled(`system ${url}`, { url });
};

function transportTo({ host, address, port, security, username, password }: MailRoute): Transporter {
  const login = JSON.stringify([host, address, port, security, username, password]);
  return pooled(createHash("sha256").update(login).digest("hex"), {
    host: address,
    port,
    secure: security === "tls",
    requireTLS: security === "starttls",
    ignoreTLS: security === "none",
    tls: { servername: host },
    ...(username !== "" && { auth: { user: username, pass: password ?? "" } }),
  });
}

function pooled(key: string, to: object): Transporter {
  const known = pools.get(key);
  const transport = known ?? makeTransport(to);
  // The last one used stands last.
  pools.delete(key);
  pools.set(key, transport);
  for (const [each, idle] of pools) {
    if (pools.size <= MOST_POOLS) break;
    pools.delete(each);
    idle.close();
  }
  return transport;
}

function makeTransport(to: object): Transporter {
  const pool = { pool: true as const, maxConnections: MAILS_AT_ONCE, maxRequeues: 1 };
  const sealed = { disableFileAccess: true, disableUrlAccess: true };
  const transport = createTransport({ ...to, ...pool, ...DEADLINES, ...sealed });
  transport.use("stream", noteWhenTaken);
  return transport;
}

/** From the last byte of a mail on, it may arrive, whatever is answered, or nothing. */
function noteWhenTaken(mail: MailMessage, done: () => void): void {
  const { sending } = mail.data as { sending?: { taken: boolean } };
  mail.message.processFunc((message) => {
    message.once("end", () => {
      if (sending) sending.taken = true;
    });
    return message;
  });
  done();
}

/** A server's 5xx is final, except when it is our own sign-in that it refuses; all else may pass. */
function failureOf(error: unknown, sentAll: boolean): Delivery {
  const failure = Failure.parse(error);
  const { responseCode, code, command, response } = failure;
  const message = headerText(failure.message).slice(0, 500);
  if (responseCode !== undefined && responseCode >= 500 && code !== "EAUTH")
    return { status: "rejected", error: message, ...(command === "RCPT TO" && { refused: response }) };
  const taken = sentAll && responseCode === undefined;
  const slow = failure.timeoutType === "SOCKET_TIMEOUT" || failure.name === "AbortError";
  return { status: "retry", error: message, slow, taken };
}

const Failure = z.object({
  message: z.string().catch("unknown"),
  name: z.string().optional().catch(undefined),
  code: z.string().optional().catch(undefined),
  timeoutType: z.string().optional().catch(undefined),
  responseCode: z.number().optional().catch(undefined),
  command: z.string().optional().catch(undefined),
  response: z.string().catch(""),
});

const hostOf = (address: string): string => address.slice(address.lastIndexOf("@") + 1);

/** "Onaccount <no-reply@onaccount.example>" or a bare address. */
function senderOf(from: string): string {
  return /<([^<>]+)>\s*$/.exec(from)?.[1] ?? from.trim();
}

const named = ({ name, address }: Mailbox): Mailbox => ({ name: headerText(name).slice(0, 80), address });

const headerText = (text: string) => text.replace(/[\p{Cc}\u2028\u2029]+/gu, " ").trim();

const fileName = (text: string) =>
  headerText(text)
    .replace(/["\\/:*?<>|]+/g, "-")
    .slice(0, 120);
