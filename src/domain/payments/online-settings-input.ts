// What is said to change how a business takes payments online.
import { z } from "zod";
import { RATE_DIGITS, decimalText, parseDecimal } from "../values/decimal.ts";
import { PositiveCents } from "../values/money-shapes.ts";

const MOST_PERCENT = 3n;

/** Percent with at most three decimals. */
const Surcharge = z.string().transform((typed, context) => {
  const rate = parseDecimal(typed.trim().replace(/\s*%$/, ""), RATE_DIGITS);
  if (rate && rate.units <= MOST_PERCENT * 10n ** BigInt(rate.scale)) return decimalText(rate);
  context.addIssue({ code: "custom", message: "Enter percent from 0 to 3, like 2.9." });
  return z.NEVER;
});

const key = (form: RegExp, says: string) => z.string().trim().max(300).regex(form, says).nullable();

export const OnlineChange = z.strictObject({
  /** 0 where there is nothing yet. */
  version: z.number().int().min(0),
  inUse: z.boolean(),
  /** Null keeps the one that is there. */
  secretKey: key(/^(sk|rk)_(test|live)_\w+$/, "Enter a key that begins with sk_ or rk_."),
  webhookSecret: key(/^whsec_\S+$/, "Enter the secret that begins with whsec_."),
  toAccount: z.string().max(20).nullable(),
  surchargePercent: Surcharge,
  smallestCents: PositiveCents,
});
export type OnlineChange = z.output<typeof OnlineChange>;
