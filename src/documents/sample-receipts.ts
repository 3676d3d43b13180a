// Sample receipts for previews and tests: a plain sale, a house charge beside a payment on account, a return.
import type { Language } from "@/domain/language/language.ts";
import { day } from "@/domain/values/day.ts";
import { ZERO, cents, minus, plus } from "@/domain/values/money.ts";
import type { ReceiptPageLine, ReceiptPage } from "@/domain/receipts/receipt-page.ts";
import { payReceipt, totalReceipt, type Tendered } from "@/domain/receipts/receipt-total.ts";

type Sold = Pick<ReceiptPageLine, "description" | "quantity" | "unit" | "unitPrice" | "sku" | "taxable"> & {
  discountCents: ReceiptPageLine["discountCents"];
};

export const sold = (
  description: string,
  quantity: string,
  unitPrice: string,
  more: Partial<Sold> = {},
): Sold => ({
  description,
  quantity,
  unitPrice,
  unit: "",
  sku: "",
  taxable: true,
  discountCents: ZERO,
  ...more,
});

const GOODS: readonly Sold[] = [
  sold("Shredded hardwood mulch", "2.5", "38", { unit: "yd", sku: "MU-220" }),
  sold("Drip line, 1/2 in, 100 ft", "4", "21.75", { sku: "IR-1007", discountCents: cents(8_70) }),
  sold("Delivery within ten miles", "1", "45", { taxable: false }),
];

type Setting = Partial<ReceiptPage> & {
  goods?: readonly Sold[];
  onAccount?: number;
  paid?: readonly (Tendered & { reference?: string })[];
  /** Of the account, before. */
  before?: number;
  language?: Language;
  /** Of its one tax, in percent; null for none. */
  taxRate?: string | null;
};

/** Reckoned by the domain's own rules, so that a sample can't show what a counter could not. */
export function sampleReceipt({
  goods = GOODS,
  onAccount = 0,
  paid,
  before,
  language = "en",
  ...setting
}: Setting = {}): ReceiptPage {
  const currency = setting.currency ?? "USD";
  const taxRate = setting.taxRate === undefined ? "8" : setting.taxRate;
  const taxes = taxRate === null ? [] : [{ name: "Sales tax", agency: "State", rate: taxRate }];
  const total = totalReceipt(goods, { taxes, onAccountCents: cents(onAccount), currency });
  const tenders = paid ?? [{ tender: "card" as const, reference: "•• 4242", amountCents: total.dueCents }];
  const { houseChargeCents, moneyCents, onAccount: parts } = payReceipt(tenders, total);
  const { lines, dueCents: _due, ...amounts } = total;
  const charged = houseChargeCents > 0;
  return {
    receiptId: "sample",
    number: "R-00318",
    memo: "",
    noTaxSet: false,
    buyer: "Ann Lee",
    poNumber: "PO-4471",
    signature: null,
    kind: "sale",
    currency,
    issuedOn: day("2026-11-21"),
    createdAt: "2026-11-21 22:33:00+00",
    soldBy: "Carla Clerk",
    note: "",
    customer: { customerId: "c", number: "C-0042", name: "Greenleaf Landscaping", addressLines: [] },
    business: {
      name: "Hillside Supply",
      addressLines: ["1280 Hillside Road", "Ithaca, NY 14850"],
      phone: "(607) 555-0142",
      email: "accounts@hillside.example",
      language,
    },
    ...amounts,
    houseChargeCents,
    moneyCents,
    lines: goods.map((line, at) => ({
      ...line,
      line: at + 1,
      productId: null,
      totalCents: lines[at]?.totalCents ?? ZERO,
      taxCents: lines[at]?.taxCents ?? ZERO,
    })),
    tenders: tenders.map((tender, at) => ({
      reference: "",
      ...tender,
      givenCents: tender.givenCents ?? tender.amountCents,
      onAccountCents: parts[at] ?? ZERO,
      eventId: null,
      paper: null,
      reversed: false,
    })),
    invoice: charged
      ? {
          invoiceId: "i",
          number: "INV-02190",
          dueOn: day("2026-12-21"),
          openCents: houseChargeCents,
          reversed: false,
        }
      : null,
    balance:
      before === undefined
        ? null
        : {
            beforeCents: cents(before),
            afterCents: minus(plus(cents(before), houseChargeCents), cents(onAccount)),
          },
    original: null,
    returns: [],
    returnable: true,
    ...setting,
  };
}

const charged = (language: Language) =>
  sampleReceipt({
    language,
    before: 1_550_90,
    onAccount: 300_00,
    note: "Job: Elm Street terrace",
    paid: [
      { tender: "house-charge", amountCents: cents(232_16) },
      { tender: "check", reference: "4471", amountCents: cents(300_00) },
    ],
  });

export const SAMPLE_RECEIPTS = {
  card: () => sampleReceipt({ customer: null }),
  charge: () => charged("en"),
  german: () => charged("de"),
  french: () => charged("fr"),
  spanish: () => charged("es"),
  cash: () =>
    sampleReceipt({
      customer: null,
      taxRate: null,
      goods: [sold("Potting mix", "3", "9.65")],
      paid: [{ tender: "cash", amountCents: cents(28_95), givenCents: cents(40_00) }],
    }),
  return: () =>
    sampleReceipt({
      kind: "return",
      number: "R-00320",
      original: { receiptId: "o", number: "R-00318" },
      goods: [
        sold("Drip line, 1/2 in, 100 ft", "1", "21.75", { sku: "IR-1007", discountCents: cents(2_18) }),
      ],
      paid: [{ tender: "house-charge", amountCents: cents(21_14) }],
      invoice: null,
    }),
  long: () =>
    sampleReceipt({
      goods: Array.from({ length: 60 }, (_, n) =>
        sold(
          `Galvanised carriage bolt with washer and nut, size ${n + 1}, box of one hundred`,
          "1",
          `${n + 1}.25`,
        ),
      ),
    }),
};
