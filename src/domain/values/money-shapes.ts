// What a door accepts as an amount. Apart from the arithmetic, so that a page that only writes amounts isn't sent
// the whole of zod.
import { z } from "zod";
import { LARGEST_AMOUNT, isCurrency, type Cents } from "./money.ts";

/** What the API's document and its door know amounts by: outside they are decimal text with a currency beside it. */
export const MONEY = { type: "integer", "x-money": true } as const;

export const AnyCents = z
  .custom<Cents>(
    (value) => typeof value === "number" && Number.isInteger(value) && Math.abs(value) <= LARGEST_AMOUNT,
    "not an amount of money",
  )
  .meta(MONEY);

/** A code of ISO 4217. */
export const Currency = z.string().refine(isCurrency, "Choose a currency.");

/** What a document or a payment may be for. */
export const PositiveCents = AnyCents.refine((amount) => amount > 0, "more than nothing");
