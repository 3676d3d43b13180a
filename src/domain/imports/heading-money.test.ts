// A heading's own money: found where it stands, and no word taken for it.
import { expect, test } from "vitest";
import { moneyInHeading } from "./heading-money.ts";
import { headingNames } from "./headings.ts";

test.each([
  ["Betrag EUR", "Betrag", "EUR"],
  ["Amount (CAD)", "Amount", "CAD"],
  ["Amount in USD", "Amount", "USD"],
  ["Total ($)", "Total", "$"],
  ["Balance [US$]", "Balance", "US$"],
  ["Offen €", "Offen", "€"],
  ["Total_GBP", "Total", "GBP"],
])("%s is %s in %s", (text, heading, money) => {
  expect(moneyInHeading(text)).toEqual({ heading, money });
});

test.each(["Amount", "Total ALL", "Amount DUE", "EUR", "Date (UTC)", "Invoice (open)", "Currency", ""])(
  "%j says none",
  (text) => {
    expect(moneyInHeading(text)).toBeNull();
  },
);

test("a cell of any length is looked at once", () => {
  const began = performance.now();
  for (const filler of [" ", "-", "("]) {
    expect(moneyInHeading(`a${filler.repeat(200_000)}x`)).toBeNull();
    expect(headingNames("receivables", `a${filler.repeat(200_000)}x`)).toBeUndefined();
  }
  // Going back and forth it took minutes.
  expect(performance.now() - began).toBeLessThan(5_000);
});
