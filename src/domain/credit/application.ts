// An application for credit, by the business's link: who applies, how much they buy, whom one can ask about them, and that
// they agree to that. And what a person answers to it.
import { z } from "zod";
import { TermsCode } from "../values/terms-shape.ts";
import { PositiveCents } from "../values/money-shapes.ts";
import { isVisible } from "../values/visible-text.ts";

/** The fields of each reference that is asked for; none has to be given. */
export const REFERENCES = [
  ["reference1", "contact1"],
  ["reference2", "contact2"],
  ["reference3", "contact3"],
] as const;

/** Controls, and the signs that turn a line around: a stranger's name stands in our lists beside others'. */
const TURNS = /[\p{Cc}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu;
const plainLine = (text: string): string =>
  text.normalize("NFC").replace(/\s+/gu, " ").replace(TURNS, "").trim();
const plainLines = (text: string): string =>
  text
    .split(/\r\n?|\n/)
    .map(plainLine)
    .filter((line) => line !== "")
    .join("\n");

/** The longest that each field takes: a browser keeps to it, and the door. */
export const LONGEST = { name: 200, email: 254, phone: 60, address: 500, taxNumber: 60 } as const;

const text = (most: number) => z.string().transform(plainLine).pipe(z.string().max(most)).default("");
/** A field that isn't there is one that is empty. */
const said = (most: number, least = 1) =>
  text(most).refine((line) => isVisible(line) && line.length >= least);
const address = z
  .string()
  .max(2 * LONGEST.address)
  .default("")
  .transform(plainLines)
  .pipe(z.string().min(5).max(LONGEST.address));
/** Whole units of the business's currency: nobody knows better, and no comma can be misread. */
export const MOST_UNITS = 1_000_000_000;
const whole = ({ least = 0, most = MOST_UNITS } = {}) =>
  z
    .string()
    .default("")
    .transform((typed) => typed.trim())
    .pipe(z.string().regex(/^\d{1,10}$/))
    .transform(Number)
    .refine((units) => units >= least && units <= most);

/** As the form sends it; its page words what is wrong (`applyWords`). A reference is a pair of fields, `reference1` and `contact1`. */
export const ApplicationForm = z.object({
  business: said(LONGEST.name),
  contact: said(LONGEST.name),
  email: text(LONGEST.email).pipe(z.email()),
  phone: said(LONGEST.phone, 5),
  address,
  taxNumber: text(LONGEST.taxNumber),
  years: whole({ most: 500 }),
  monthly: whole(),
  wanted: whole({ least: 1 }),
  reference1: text(LONGEST.name),
  contact1: text(LONGEST.name),
  reference2: text(LONGEST.name),
  contact2: text(LONGEST.name),
  reference3: text(LONGEST.name),
  contact3: text(LONGEST.name),
  consent: z.literal("yes"),
});
export type ApplicationForm = z.output<typeof ApplicationForm>;
export type ApplicationField = keyof ApplicationForm;

/** Those in which something is wrong. */
export function wrongFields(typed: object): ApplicationField[] {
  const read = ApplicationForm.safeParse(typed);
  return read.success ? [] : (Object.keys(z.flattenError(read.error).fieldErrors) as ApplicationField[]);
}

/** So many months after a no, who applied is forgotten (functions/forget_applications.sql says the same). */
export const FORGOTTEN_AFTER = 12;

export const APPLICATION_STATES = ["waiting", "approved", "declined"] as const;
export type ApplicationState = (typeof APPLICATION_STATES)[number];

export type Reference = { name: string; contact: string };

/** Those that name somebody. */
export const referencesOf = (form: ApplicationForm): Reference[] =>
  REFERENCES.map(([name, contact]) => ({ name: form[name], contact: form[contact] })).filter(
    ({ name }) => name !== "",
  );

/** What they are told beside the answer itself, on their page and by mail. */
const told = z.string().trim().max(1000).default("");

export const ApprovedApplication = z.strictObject({
  applicationId: z.uuid(),
  /** The customer that they are already; left out, they become one. */
  customerId: z.uuid().optional(),
  creditCents: PositiveCents,
  terms: TermsCode,
  reason: z.string().trim().min(3, "Say why, in a few words.").max(500),
  told,
});
export type ApprovedApplication = z.output<typeof ApprovedApplication>;

export const DeclinedApplication = z.strictObject({
  applicationId: z.uuid(),
  reason: z.string().trim().min(3, "Say why not, in a few words.").max(500),
  told,
  /** Without a mail: whose address it is, a stranger typed. */
  quietly: z.boolean().default(false),
});
export type DeclinedApplication = z.output<typeof DeclinedApplication>;
