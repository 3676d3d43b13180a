// What stands where an amount does: a sum, a dash for zero, and words where there is no number to say.
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { cents, type GrossSum } from "@/domain/values/money.ts";
import { Amount } from "./amount.tsx";

const drawn = (amount: GrossSum) =>
  renderToStaticMarkup(<Amount cents={amount} currency="USD" locale="en-US" />).replaceAll(/<[^>]+>/g, "");

test.each([
  [cents(12_34), "12.34"],
  [cents(-12_34), "−12.34"],
  [cents(0), "—zero"],
  [null, "too much to add up"],
])("%s is drawn as %s", (amount, words) => {
  expect(drawn(amount)).toBe(words);
});
