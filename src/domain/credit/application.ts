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

const text = (most: number) =>
  z
    .string()
    .transform(plainLine)
    .pipe(z.string().max(most, `Keep it to ${most} letters.`))
    .default("");
/** A field that isn't there is one that is empty. */
const said = (most: number, wanted: string, least = 1) =>
  text(most).refine((line) => isVisible(line) && line.length >= least, wanted);
const address = z
  .string()
  .max(2 * LONGEST.address)
  .default("")
  .transform(plainLines)
  .pipe(
    z.string().min(5, "Enter your address.").max(LONGEST.address, `Keep it to ${LONGEST.address} letters.`),
  );
/** Whole units of the business's currency: nobody knows better, and no comma can be misread. */
export const MOST_UNITS = 1_000_000_000;
const whole = (wanted: string, { least = 0, most = MOST_UNITS } = {}) =>
  z
    .string()
    .default("")
    .transform((typed) => typed.trim())
    .pipe(z.string().regex(/^\d{1,10}$/, wanted))
    .transform(Number)
    .refine((units) => units >= least && units <= most, wanted);

/** As the form sends it: a reference is a pair of fields, `reference1` and `contact1`. */
export const ApplicationForm = z.object({
  business: said(LONGEST.name, "Enter the name of your business."),
  contact: said(LONGEST.name, "Enter your name."),
  email: text(LONGEST.email).pipe(z.email("Enter an e-mail address like name@company.com.")),
  phone: said(LONGEST.phone, "Enter a phone number.", 5),
  address,
  taxNumber: text(LONGEST.taxNumber),
  years: whole("Enter whole years, like 3; 0 if it is new.", { most: 500 }),
  monthly: whole("Enter a whole amount, like 4000; 0 if you don’t know."),
  wanted: whole("Enter a whole amount above 0, like 6000.", { least: 1 }),
  reference1: text(LONGEST.name),
  contact1: text(LONGEST.name),
  reference2: text(LONGEST.name),
  contact2: text(LONGEST.name),
  reference3: text(LONGEST.name),
  contact3: text(LONGEST.name),
  consent: z.literal("yes", "Tick this to apply."),
});
export type ApplicationForm = z.output<typeof ApplicationForm>;
export type ApplicationField = keyof ApplicationForm;

/** By its field what is wrong there; nothing where nothing is. */
export function applicationFaults(typed: object): Partial<Record<ApplicationField, string>> {
  const read = ApplicationForm.safeParse(typed);
  if (read.success) return {};
  const faults = z.flattenError(read.error).fieldErrors;
  return Object.fromEntries(Object.entries(faults).map(([field, words]) => [field, words?.[0]]));
}

/** What whoever applies agrees to, as it stood beside the box that they ticked; kept with their application. */
export const consentWords = (business: string): string =>
  `The details above are right, and ${business} may ask the references about me and keep this application.`;

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
