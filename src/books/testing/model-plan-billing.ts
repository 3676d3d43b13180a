// Commands of billing, planned: invoices from drafts, credit memos of them, and payments that keep a discount.
import { addDays, type Day } from "@/domain/values/day.ts";
import { leftOf, offerOf } from "./model-billing.ts";
import type { Command } from "./model-command.ts";
import { jobOf } from "./model-office.ts";
import { at, type Step } from "./model-step.ts";
import { allOf, openItems, type Model } from "./model.ts";

type Billing = Extract<Command, { do: "issue" | "credit" | "early" }>;
const NOBODYS = 987_654_321;
const NOTHING = "00000000-0000-4000-8000-000000000000";

export function billingOf(model: Model, step: Step, kind: Billing["do"]): Billing {
  const on = addDays(model.start, step.day);
  switch (kind) {
    case "issue":
      return issueOf(model, step, on);
    case "credit":
      return creditOf(model, step, on);
    case "early":
      return earlyOf(model, step, on);
  }
}

/** One to three lines of half a unit to five, some of them not taxed; of two in three something is held back. */
function issueOf(model: Model, step: Step, on: Day): Billing {
  const { who, amount, mode, a, b } = step;
  const lines = Array.from({ length: 1 + (a % 3) }, (_, n) => ({
    quantity: 5_000 + ((a * (n + 1)) % 45_000),
    price: 1_00 + ((amount * (n + 3)) % 60_00),
    taxable: (b + n) % 3 > 0,
  }));
  const percent = [0, 10, 5][b % 3] ?? 0;
  return { do: "issue", who, on, lines, percent, early: mode < 5, ...jobOf(model, step, who) };
}

/** All that is left, of a line, or an amount; now and then a cent too much, or of an invoice that is no more. */
function creditOf(model: Model, { who, amount, mode, a, b }: Step, on: Day): Billing {
  const bills = model.facts.filter((fact) => fact.bill);
  const standing = bills.filter((fact) => !model.facts.some((each) => each.reverses === fact.number));
  const bill = at(mode < 9 && standing.length > 0 ? standing : bills, a);
  const day = mode < 8 && bill && bill.on > on ? bill.on : on;
  const given = { do: "credit", who: bill?.who ?? who, on: day, invoice: bill?.bill?.id ?? NOTHING } as const;
  if (!bill || mode < 2) return { ...given, choice: { by: "whole" } };
  const { lines, most } = leftOf(model, bill);
  const part = (whole: number) =>
    [whole, Math.ceil(whole / 2), Math.min(amount, whole), whole + 1][b % 4] || 1;
  if (mode < 6) {
    const line = b % lines.length;
    return { ...given, choice: { by: "line", line, amount: part(lines[line]?.total ?? 0) } };
  }
  return { ...given, choice: { by: "amount", amount: part(Math.max(0, most)) } };
}

function earlyOf(model: Model, { who, mode, a }: Step, on: Day): Billing {
  const offered = [...model.limits.keys()].flatMap((each) =>
    openItems(allOf(model, each))
      .filter((item) => offerOf(model, item) > 0 && item.open > offerOf(model, item))
      .map((item) => ({ item, who: each })),
  );
  const found = at(offered, a);
  if (!found) return { do: "early", who, on, itemId: NOBODYS, amount: 98, discount: 2 };
  const { item } = found;
  const discount = offerOf(model, item) + (mode === 9 ? 1 : 0);
  const amount = Math.max(1, item.open - discount - (mode === 8 ? 1 : 0));
  const day = mode < 7 && item.on > on ? item.on : on;
  return { do: "early", who: found.who, on: day, itemId: item.id, amount, discount };
}
