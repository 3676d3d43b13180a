// What is said to mail an invoice or a credit memo: to whom, and what is written above it.
import { z } from "zod";
import { MailAddress } from "./statement-input.ts";

/** As many addresses as one command may mail. */
export const MOST_RECIPIENTS = 10;

const Paper = { kind: z.enum(["invoice", "credit-memo"]), id: z.string().max(60) };

export const PaperAsked = z.strictObject(Paper);
export type PaperAsked = z.output<typeof PaperAsked>;

export const PaperMail = z.strictObject({
  ...Paper,
  recipients: z
    .array(MailAddress)
    .min(1, "Enter an e-mail address.")
    .max(MOST_RECIPIENTS, `Mail at most ${MOST_RECIPIENTS} addresses at once.`)
    .transform((all) => [...new Map(all.map((each) => [each.toLowerCase(), each])).values()]),
  message: z.string().trim().max(2000, "Shorten it to 2,000 characters.").default(""),
});
export type PaperMail = z.output<typeof PaperMail>;
