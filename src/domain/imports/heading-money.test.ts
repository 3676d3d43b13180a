// A heading's own money: found where it stands, and no word taken for it.
import { expect, test } from "vitest";
import { moneyInHeading } from "./heading-money.ts";

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
