// A business's own way out for mail: its SMTP server, and the address that its customers see. The password is kept sealed and is
// never told again. Without zod, so that a browser isn't sent it.
import type { Texts } from "../edits.ts";

export const MAIL_SECURITY = {
  tls: "TLS from the first byte (port 465)",
  starttls: "STARTTLS (port 587)",
  none: "None (only a server on this machine)",
} as const;
export type MailSecurity = keyof typeof MAIL_SECURITY;

export type MailServer = {
  host: string;
  port: number;
  security: MailSecurity;
  /** Empty where it asks for none. */
  username: string;
  fromAddress: string;
  /** Where mails that couldn't be delivered come back to, each with a tag of its own; empty: to `fromAddress`. */
  bounceAddress: string;
};

/** As the settings show it: whether there is a password, and when a mail last went through it. */
export type KeptMailServer = MailServer & { version: number; hasPassword: boolean; testedAt: string | null };

export const MAIL_SERVER_FIELDS = {
  host: "Server",
  port: "Port",
  security: "Security",
  username: "User name",
  password: "Password",
  fromAddress: "From",
  bounceAddress: "Bounces to",
} as const;

export const mailServerTexts = (server: MailServer | null): Texts<keyof typeof MAIL_SERVER_FIELDS> => ({
  host: server?.host ?? "",
  port: String(server?.port ?? 587),
  security: server?.security ?? "starttls",
  username: server?.username ?? "",
  password: "",
  fromAddress: server?.fromAddress ?? "",
  bounceAddress: server?.bounceAddress ?? "",
});

/** Whether a password that was kept is meant for this server, too. */
export const isSameLogin = (a: MailServer, b: MailServer): boolean =>
  a.host === b.host && a.port === b.port && a.username === b.username && a.security === b.security;
