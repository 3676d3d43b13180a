// Numbers as a business writes them: "1.234,50" in Germany, "1 234,50" in France, "12,34,567.50" in India. What is shown
// can be typed; what could mean two things is no number. Machines and files write "1234.50".

/** How files, answers and commands write numbers: a point, and commas between thousands where a person put them. */
export const PLAIN_LOCALE = "en-US";

/** How a business writes the amounts of an account. */
export type Notation = { currency: string; locale: string };

type Marks = { decimal: string; group: RegExp; shape: RegExp };

const SPACES = "\\s\\u00a0\\u202f\\u2009";

function marksOf(locale: string): Marks {
  const known = marks.get(locale);
  if (known) return known;
  const parts = new Intl.NumberFormat(locale, {
    useGrouping: "always",
    minimumFractionDigits: 1,
    numberingSystem: "latn",
  }).formatToParts(1_234_567.8);
  const decimal = parts.find((part) => part.type === "decimal")?.value ?? ".";
  const mark = parts.find((part) => part.type === "group")?.value ?? ",";
  // A blank of any width, and either apostrophe, whichever the keyboard has.
  const group = /[\s\u00a0\u202f\u2009]/.test(mark)
    ? `[${SPACES}]`
    : /['’]/.test(mark)
      ? "['’]"
      : `\\${mark}`;
  const last = parts.filter((part) => part.type === "integer").at(-2)?.value.length ?? 3;
  const whole = `\\d{1,3}(?:${group}\\d{${last}})*${group}\\d{3}|\\d+`;
  const made = {
    decimal,
    group: new RegExp(group, "g"),
    shape: new RegExp(`^(-?)(${whole})(?:\\${decimal}(\\d*))?$`),
  };
  marks.set(locale, made);
  return made;
}
const marks = new Map<string, Marks>();

/** "1.234,5" typed in Germany is "1234.5"; null for what isn't a number there. */
export function plainNumber(text: string, locale: string): string | null {
  const { group, shape } = marksOf(locale);
  const match = shape.exec(text.trim().replace("−", "-"));
  if (!match?.[2]) return null;
  const whole = match[2].replaceAll(group, "");
  return `${match[1] ?? ""}${whole}${match[3] ? `.${match[3]}` : ""}`;
}

/** "1234.5" as it stands in a box in Germany: "1234,5". */
export const typedNumber = (plain: string, locale: string): string =>
  plain.replace(".", marksOf(locale).decimal);

/** "1.234,50": what an amount looks like there, for whoever typed something else. */
export const sampleNumber = (locale: string, digits = 2): string =>
  new Intl.NumberFormat(locale, {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
    useGrouping: "always",
    numberingSystem: "latn",
  }).format(1234.5);
