// What is said to change a business's own mail server.
import { z } from "zod";
import { MailAddress } from "../statements/statement-input.ts";
import { MAIL_SECURITY, type MailSecurity } from "./mail-server.ts";

const plain = (most: number) =>
  z
    .string()
    .trim()
    .max(most, `Shorten it to ${most} characters.`)
    .refine((text) => !/\p{Cc}/u.test(text), "Leave out line breaks.");

export const MailServerChange = z.strictObject({
  /** 0 where there is none yet. */
  version: z.number().int().min(0),
  host: plain(253)
    .toLowerCase()
    .regex(/^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/, "Enter a name like smtp.company.com."),
  port: z.number("Enter a port like 587.").int().min(1, "1 to 65535.").max(65535, "1 to 65535."),
  security: z.enum(Object.keys(MAIL_SECURITY) as MailSecurity[]),
  username: plain(254),
  /** Null keeps the one that is there. */
  password: z
    .string()
    .min(1)
    .max(1000)
    .refine((text) => !text.includes("\0") && text.isWellFormed(), "Enter it as it is.")
    .nullable(),
  fromAddress: MailAddress,
  /** A tag of 40 characters is put before its @, which may have 64 in all. */
  bounceAddress: z
    .literal("")
    .or(MailAddress.refine((text) => text.lastIndexOf("@") <= 24, "At most 24 characters before the @."))
    .default(""),
});
export type MailServerChange = z.output<typeof MailServerChange>;
