// What a business writes itself in the mails of its statements and invoices: a subject and a text, with fields that are filled in
// for each mail. Where it writes nothing, and where nothing is to pay, our own words stand. Without zod, so that a browser
// can show what comes of it as it is typed.
export const MAIL_TEXT_PAPERS = { statement: "Statements", invoice: "Invoices" } as const;
export type MailTextPaper = keyof typeof MAIL_TEXT_PAPERS;

/** By what stands between the braces. */
export const MAIL_TEXT_FIELDS = {
  customer: "The customer’s name",
  business: "Your business’s name",
  "amount due": "What is to pay, with its currency",
  "due day": "The day by which it is to pay",
  number: "The number of the statement or invoice",
  date: "The day of the statement or invoice",
} as const;
export type MailTextField = keyof typeof MAIL_TEXT_FIELDS;

export type MailTextValues = Readonly<Record<MailTextField, string>>;

/** Either may be empty: ours then. */
export type MailText = { subject: string; body: string };

export const OUR_TEXT: MailText = { subject: "", body: "" };
export const LONGEST_SUBJECT = 150;
export const LONGEST_BODY = 2000;

const isField = (name: string): name is MailTextField => Object.hasOwn(MAIL_TEXT_FIELDS, name);

const FIELD = /\{([^{}]*)\}/g;

/** What is wrong with it; null where nothing is. */
export function mailTextFault(text: string): string | null {
  for (const [said, name = ""] of text.matchAll(FIELD))
    if (!isField(nameOf(name))) return `There is no field ${said}. Choose one of those that are listed.`;
  return /[{}]/.test(text.replaceAll(FIELD, "")) ? "A brace is open or closed without the other." : null;
}

const nameOf = (typed: string): string => typed.trim().toLowerCase().replaceAll(/\s+/g, " ");

/** Each field once: what stands in a value is no field. */
export const filledIn = (text: string, values: MailTextValues): string =>
  text.replaceAll(FIELD, (said: string, typed: string) => {
    const name = nameOf(typed);
    return isField(name) ? values[name] : said;
  });

/** Its lines, without the empty ones. */
export const paragraphsOf = (body: string): string[] =>
  body
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
