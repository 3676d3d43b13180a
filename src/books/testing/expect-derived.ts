// For tests: what each figure of an account's page is made of at a moment, read in pages of any size, and the claim that
// the lines are the open items and credits of that moment and come to what the page shows.
import { expect } from "vitest";
import type { DerivedLine, Figure } from "@/domain/receivables/derivation.ts";
import { sum } from "@/domain/values/money.ts";
import type { Moment } from "../ledger/as-of.ts";
import type { Books } from "../open.ts";
import { readAccountPage } from "../receivables/account-page.ts";
import { readDerivation } from "../receivables/derivation.ts";
import type { Account } from "../story/ledger-dsl.ts";

export async function expectDerived(books: Books, { customerId }: Account, moment: Moment) {
  const { figures, canCharge, unpaid } = await readAccountPage(books, moment, {
    customer: customerId,
    unpaid: { shown: "all" },
  });
  for (const size of [5, 100]) {
    const made = async (figure: Figure) => {
      const { lines, resultCents, left } = await linesOf(books, moment, {
        customer: customerId,
        figure,
        size,
      });
      expect(left).toEqual({ count: 0, cents: 0 });
      expect(sum(lines.map((line) => line.cents))).toBe(resultCents ?? 0);
      return { lines, resultCents };
    };
    const [balance, credit, net] = [await made("balance"), await made("credit"), await made("net")];
    expect(balance.resultCents).toBe(figures.balanceCents);
    expect(balance.lines.map((line) => [line.eventId, line.cents])).toEqual(
      unpaid.map((item) => [item.itemId, item.openCents]),
    );
    expect(credit.resultCents).toBe(figures.openCreditCents);
    expect(net.resultCents).toBe(figures.netCents);
    expect(net.lines).toHaveLength(balance.lines.length + credit.lines.length);
    const { resultCents: left } = await made("charge");
    // What is derived is what the account's own limit leaves; a shared one that leaves less is told in words.
    if (canCharge.kind === "amount" && canCharge.bound)
      expect(canCharge.amountCents).toBeLessThanOrEqual(Math.max(0, left ?? Infinity));
    else if (left === null) expect(canCharge.kind).not.toBe("amount");
    else expect(canCharge).toEqual({ kind: "amount", amountCents: Math.max(0, left) });
    const { resultCents: limit } = await made("limit");
    expect(limit === null).toBe(left === null);
  }
}

/** All lines of a figure, read in pages of so many. */
async function linesOf(
  books: Books,
  moment: Moment,
  asked: { customer: string; figure: Figure; size: number },
) {
  const lines: DerivedLine[] = [];
  let page = await readDerivation(books, moment, asked);
  const resultCents = page?.resultCents ?? null;
  while (page) {
    expect(page.before.count).toBe(lines.length);
    lines.push(...page.lines);
    if (page.next === null) return { lines, resultCents, left: page.after };
    page = await readDerivation(books, moment, { ...asked, cursor: page.next });
  }
  return { lines, resultCents, left: { count: 0, cents: 0 } };
}
