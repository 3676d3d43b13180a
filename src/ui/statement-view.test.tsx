// What a statement on the screen asks for: the same as its paper and its mail.
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { Statement } from "@/domain/statements/statement.ts";
import { StatementView } from "./statement-view.tsx";

const NOBODY = { name: "Greenleaf", addressLines: [], email: null, phone: null };
const NONE = { current: 0, d1_30: 0, d31_60: 0, d61_90: 0, d91: 0, retainedCents: 0 };

/** One invoice of 100.00, due on 4 October, and so much credit, on 21 November. */
const view = (creditCents: number) => {
  const netCents = 100_00 - creditCents;
  const statement = Statement.parse({
    templateVersion: 1,
    business: { ...NOBODY, slug: "hillside", locale: "en-US", paper: "LETTER" },
    customer: { ...NOBODY, number: "C-1", terms: "Net 30" },
    currency: "USD",
    number: "S-1",
    fromOn: "2026-11-01",
    asOf: "2026-11-21",
    openingCents: netCents,
    lines: [],
    closingCents: netCents,
    openItems: [
      {
        number: "A-1",
        issuedOn: "2026-09-04",
        dueOn: "2026-10-04",
        daysPastDue: 48,
        amountCents: 100_00,
        paidCents: 0,
        openCents: 100_00,
      },
    ],
    aging: { ...NONE, d31_60: 100_00, totalCents: 100_00, unappliedCents: creditCents, netCents },
  });
  return renderToStaticMarkup(<StatementView statement={statement} />);
};

test("what is owed is due since its day", () => {
  expect(view(40_00)).toContain("due since Oct 4, 2026");
});

test("what credit covers isn't due", () => {
  expect(view(100_00)).toContain("Nothing to pay");
  expect(view(100_00)).not.toContain("due since");
  expect(view(120_00)).not.toContain("due since");
});
