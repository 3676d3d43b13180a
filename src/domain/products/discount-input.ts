// What is said of discount classes, product groups and their percentages, to add them and to change them.
import { z } from "zod";
import { decimalText, parseDecimal } from "../values/decimal.ts";
import { writtenText } from "../values/written-text.ts";
import { DISCOUNTED } from "./discount.ts";

export const DiscountedName = writtenText("Enter a name.").max(60, "Shorten it to 60 characters.");
const Kind = z.enum(DISCOUNTED);

export const NewDiscounted = z.strictObject({ kind: Kind, name: DiscountedName });
export type NewDiscounted = z.output<typeof NewDiscounted>;

export const RenamedDiscounted = z.strictObject({
  kind: Kind,
  id: z.uuid(),
  version: z.number().int().positive(),
  name: DiscountedName,
});
export type RenamedDiscounted = z.output<typeof RenamedDiscounted>;

export const PutAwayDiscounted = z.strictObject({ kind: Kind, id: z.uuid(), away: z.boolean() });
export type PutAwayDiscounted = z.output<typeof PutAwayDiscounted>;

const PERCENT_DIGITS = { whole: 3, scale: 2 };

/** With at most two decimals, as text; empty is none. */
const Percent = z.string().transform((typed, context) => {
  const said = typed.trim().replace(/\s*%$/, "");
  const percent = parseDecimal(said === "" ? "0" : said, PERCENT_DIGITS);
  if (percent && percent.units <= 100n * 10n ** BigInt(percent.scale)) return decimalText(percent);
  context.addIssue({ code: "custom", message: "Enter percent like 12.5, from 0 to 100." });
  return z.NEVER;
});

/** Of one class, by group. */
export const ClassPercents = z.strictObject({
  classId: z.uuid(),
  percents: z
    .array(z.strictObject({ groupId: z.uuid(), percent: Percent }))
    .min(1)
    .max(500),
});
export type ClassPercents = z.output<typeof ClassPercents>;

/** null: none. */
export const CustomerClass = z.strictObject({ customerId: z.uuid(), classId: z.uuid().nullable() });
export type CustomerClass = z.output<typeof CustomerClass>;

/** Whose discounts, on which products; null is whoever walks in. */
export const DiscountsAsked = z.strictObject({
  customerId: z.uuid().nullable(),
  productIds: z.array(z.uuid()).max(10_000),
});
export type DiscountsAsked = z.output<typeof DiscountsAsked>;
