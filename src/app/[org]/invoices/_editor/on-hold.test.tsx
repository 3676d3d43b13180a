// A hold stands in the editor before there is a line: who has put it on, or for how long what is owed has been due.
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import type { CreditTerms } from "@/domain/ledger/account.ts";
import { SAMPLE_FIGURES, sampleTerms } from "@/domain/testing/samples.ts";
import { formatAmount } from "@/domain/values/money.ts";
import { OnHold } from "./on-hold.tsx";

const said = (more: Partial<CreditTerms>) => {
  const credit = sampleTerms({ chargingAllowed: false, hasAddress: false, ...more });
  const write = (amount: Parameters<typeof formatAmount>[0]) => formatAmount(amount, "USD");
  return renderToStaticMarkup(<OnHold customer={{ figures: SAMPLE_FIGURES, credit }} write={write} />);
};

test("by somebody, with their reason", () => {
  expect(said({ status: "hold", holdReason: "Sued us" })).toContain("The account is on hold: Sued us.");
});

test("by age, with the days", () => {
  const held = said({ heldForAge: { daysPastDue: 75, afterDays: 60 } });
  expect(held).toMatch(/hold/);
  expect(held).toContain("75 days past due");
});

test("nothing of who is in good standing, may not charge at the counter, or has no address there", () => {
  expect(said({})).toBe("");
});
