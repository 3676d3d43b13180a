// A deposit slip to look at and to test.
import type { DepositPaper, DepositedPayment } from "@/domain/payments/deposit.ts";
import { day } from "@/domain/values/day.ts";
import { cents, sum } from "@/domain/values/money.ts";

const payment = (
  customerName: string,
  amount: number,
  more: Partial<DepositedPayment> = {},
): DepositedPayment => ({
  paymentId: customerName,
  number: "P-00412",
  receivedOn: day("2026-11-18"),
  customerId: customerName,
  customerNumber: "C-0042",
  customerName,
  method: "check",
  type: "Check 4471",
  reference: "4471",
  amountCents: cents(amount),
  splitId: null,
  ...more,
});

const PAYMENTS = [
  payment("Greenleaf Landscaping", 620_40),
  payment("Stone & Sons", 1_250_00, { number: "P-00413", customerNumber: "C-0007", reference: "88013" }),
  payment("Harbor Homes", 80_00, { number: "P-00415", method: "cash", type: "Cash", reference: "" }),
];

export function sampleDeposit(more: Partial<DepositPaper> = {}): DepositPaper {
  const payments = more.payments ?? PAYMENTS;
  return {
    business: {
      name: "Hillside Supply",
      addressLines: ["48 Quarry Road", "Barre, VT 05641"],
      paper: "LETTER",
      locale: "en-US",
      language: "en",
    },
    bank: "Bank",
    number: "D-00031",
    depositedOn: day("2026-11-21"),
    currency: "USD",
    amountCents: sum(payments.map((each) => each.amountCents)),
    memo: "Night safe, Main Street",
    reversedOn: null,
    payments,
    ...more,
  };
}

/** A slip of several pages. */
export const longDeposit = (count: number): DepositPaper =>
  sampleDeposit({
    payments: Array.from({ length: count }, (_, n) =>
      payment(`Customer ${n + 1}`, 100 + n, { number: `P-${n}` }),
    ),
  });
