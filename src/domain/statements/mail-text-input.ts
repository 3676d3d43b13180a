// What is said to write the text of a kind of mail, or to go back to ours: with nothing in either.
import { z } from "zod";
import { LANGUAGE_CODES } from "../language/language.ts";
import {
  LONGEST_BODY,
  LONGEST_SUBJECT,
  MAIL_TEXT_PAPERS,
  mailTextFault,
  type MailTextPaper,
} from "./mail-text.ts";

const text = (most: number, allowed: RegExp, otherwise: string) =>
  z
    .string()
    .trim()
    .max(most, `Shorten it to ${most} characters.`)
    .refine((said) => said.isWellFormed() && !allowed.test(said), otherwise)
    .superRefine((said, ctx) => {
      const fault = mailTextFault(said);
      if (fault) ctx.addIssue({ code: "custom", message: fault });
    });

export const MailTextChange = z.strictObject({
  paper: z.enum(Object.keys(MAIL_TEXT_PAPERS) as MailTextPaper[]),
  language: z.enum(LANGUAGE_CODES),
  /** 0 where nothing was written yet. */
  version: z.number().int().min(0),
  subject: text(LONGEST_SUBJECT, /[\p{Cc}\u2028\u2029]/u, "Write it on one line."),
  body: text(LONGEST_BODY, /[^\P{Cc}\n\r\t]/u, "Leave out what can’t be printed."),
});
export type MailTextChange = z.output<typeof MailTextChange>;
