// What the entries of a file do to the books, in the order of their days: on one day a debt comes before what settles it.
import type { Entry } from "@/domain/imports/entries.ts";
import { present } from "@/domain/assert.ts";
import { addDays, type Day } from "@/domain/values/day.ts";
import { minus, ZERO, type Cents } from "@/domain/values/money.ts";
import type { KnownAccount } from "./known-customers.ts";

export type Happening = {
  entry: Entry;
  accountId: string;
  /** "paid": what of an invoice was paid, in the file's own row of it. */
  what: Entry["kind"] | "paid";
  /** The day that it takes effect. */
  on: Day;
  dueOn: Day;
  cents: Cents;
};

type Into = {
  /** The day of the open items; null for a history. */
  openAsOf: Day | null;
  accountOf: (customer: string) => KnownAccount | undefined;
};

export function happeningsOf(entries: readonly Entry[], { openAsOf, accountOf }: Into): Happening[] {
  const happenings = entries.flatMap((entry): Happening[] => {
    const { accountId, termsDays } = present(accountOf(entry.customer), "every customer has an account");
    const dueOn = entry.dueOn ?? addDays(entry.on, termsDays);
    const used = entry.paid?.cents ?? ZERO;
    const own = { entry, accountId, dueOn, on: openAsOf ?? entry.on };
    if (entry.kind !== "invoice") {
      // Of a credit from before only what is left of it is opened.
      const cents = openAsOf === null ? entry.amountCents : minus(entry.amountCents, used);
      return cents === ZERO ? [] : [{ ...own, what: entry.kind, cents }];
    }
    const invoice: Happening = { ...own, what: "invoice", cents: entry.amountCents };
    if (used === ZERO) return [invoice];
    const paidOn = openAsOf ?? present(entry.paid?.on ?? undefined, "a payment of a history has its day");
    return [invoice, { ...own, what: "paid", on: paidOn, cents: used }];
  });
  const order = ({ on, what }: Happening) => on + (what === "invoice" ? "a" : "b");
  return happenings.sort((a, b) =>
    order(a) < order(b) ? -1 : order(a) > order(b) ? 1 : a.entry.row - b.entry.row,
  );
}
