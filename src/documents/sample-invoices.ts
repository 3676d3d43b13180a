// Sample invoices for previews and tests: reckoned by the domain's own rules, so that a sample can't show what nobody could
// issue.
import { present } from "@/domain/assert.ts";
import { blankDraft, blankLine, readDraft, type DraftLine } from "@/domain/invoices/draft.ts";
import type { InvoicePaper } from "@/domain/invoices/invoice-paper.ts";
import { day } from "@/domain/values/day.ts";
import { ZERO, minus, type Cents } from "@/domain/values/money.ts";
import { PLAIN_BRAND } from "@/domain/values/brand.ts";
import type { TaxRate } from "@/domain/values/tax.ts";
import { businessLike } from "./samples.ts";

const ISSUED = day("2026-11-21");

export const billed = (
  description: string,
  quantity: string,
  unitPrice: string,
  more: Partial<DraftLine> = {},
) => ({
  ...blankLine("item"),
  description,
  quantity,
  unitPrice,
  ...more,
});

const LINES: readonly DraftLine[] = [
  { ...blankLine("text"), description: "Phase 1: terrace" },
  billed("Granite wall, dry laid", "12.5", "148.00", { unit: "sq ft", discount: "5%" }),
  billed("Delivery and crane", "1", "450", { taxable: false }),
  blankLine("subtotal"),
  billed("Permit fees", "1", "85.50", { taxable: false, retainage: "0" }),
];
const TAXES: readonly TaxRate[] = [
  { name: "Sales tax", agency: "Vermont", rate: "6" },
  { name: "Local option", agency: "Stowe", rate: "1" },
];

type Setting = Partial<InvoicePaper> & {
  entered?: readonly DraftLine[];
  charged?: readonly TaxRate[];
  paid?: Cents;
  held?: string;
};

export function sampleInvoice(given: Setting = {}): InvoicePaper {
  const { entered = LINES, charged = TAXES, paid = ZERO, held = "10%", ...setting } = given;
  const currency = setting.currency ?? "USD";
  const draft = { ...blankDraft(ISSUED, "en-US"), customerId: "sample", retainage: held, lines: entered };
  const { lines, total } = readDraft(draft, { taxes: charged, currency, today: ISSUED });
  const { slug: _slug, ...business } = businessLike({});
  return {
    business: { ...business, brand: PLAIN_BRAND },
    customer: { number: "C-0042", name: "Greenleaf Landscaping" },
    billingAddress: ["Greenleaf Landscaping", "12 Orchard Lane", "Stowe, VT 05672"],
    serviceAddress: ["Town green", "1 Main Street", "Stowe, VT 05672"],
    number: "INV-02190",
    issuedOn: ISSUED,
    dueOn: day("2026-12-21"),
    terms: "net-30",
    job: { number: "J-7", name: "Town green" },
    poNumber: "PO-4471",
    buyer: "",
    signature: null,
    salesperson: "Sam Ortiz",
    notes: "Thank you for your business.\nPlease keep the gate shut.",
    currency,
    lines: entered.map((line, at) => {
      const { amounts } = present(lines[at], "every line was read");
      const totalCents = line.kind === "subtotal" ? amounts.sumCents : amounts.totalCents;
      return {
        ...line,
        ...amounts,
        quantity: line.quantity || "1",
        unitPrice: line.unitPrice || "0",
        totalCents,
      };
    }),
    subtotalCents: total.subtotalCents,
    taxes: total.taxes,
    taxCents: total.taxCents,
    retainageCents: total.retainageCents,
    retained: null,
    totalCents: total.totalCents,
    openCents: minus(total.totalCents, paid),
    early: null,
    isVoid: false,
    corrects: null,
    credits: null,
    ...setting,
  };
}
