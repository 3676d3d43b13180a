// What customers of a class pay less for the products of a group: how the percentage is found, and how it stands in the
// discount of a line, where whoever writes the document may change it.
import { typedNumber } from "../values/written-number.ts";

/** A class or a group. `uses`: how many customers, or products, are of it. */
export type Discounted = { id: string; name: string; version: number; archived: boolean; uses: number };

export const DISCOUNTED = ["class", "group"] as const;
export type DiscountedKind = (typeof DISCOUNTED)[number];

/** In percent, "12.5"; what isn't there is nothing. */
export type Discount = { classId: string; groupId: string; percent: string };

export type Discounts = { classes: Discounted[]; groups: Discounted[]; percents: Discount[] };

/** "0" where a customer has no class, a product no group, or nobody said a percentage for the two. */
export function discountOf(
  percents: readonly Discount[],
  { classId, groupId }: { classId: string | null; groupId: string | null },
): string {
  return percents.find((each) => each.classId === classId && each.groupId === groupId)?.percent ?? "0";
}

/** As it is typed in a line: "12.5%"; nothing for "0". */
export const typedDiscount = (percent: string, locale: string): string =>
  percent === "0" ? "" : `${typedNumber(percent, locale)}%`;

/** What a line's discount is once another customer is chosen: what somebody typed stays. */
export const discountThen = (typed: string, { was, becomes }: { was: string; becomes: string }): string =>
  typed.trim() === was ? becomes : typed;

/** Of those that aren't archived. */
export const namesForUse = (all: readonly Discounted[]): string[] =>
  all.filter(({ archived }) => !archived).map(({ name }) => name);
