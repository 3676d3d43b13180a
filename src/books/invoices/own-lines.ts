// The lines that a retained invoice bills beside what was held back, read by the same rules as those of a draft. Nothing of them
// is held back.
import { blankDraft, readDraft, type Draft } from "@/domain/invoices/draft.ts";
import type { NewRelease } from "@/domain/invoices/retainage-input.ts";
import { Refusal } from "@/domain/refusal.ts";
import type { TaxInForce } from "@/domain/ledger/tax-in-force.ts";
import type { Day } from "@/domain/values/day.ts";
import { ZERO, type Cents } from "@/domain/values/money.ts";
import type { ChargedTax } from "@/domain/values/tax.ts";
import type { Books } from "../open.ts";
import { checkRevenueAccounts } from "../products/products.ts";
import { readReceiptSettings } from "../receipts/receipt-settings.ts";
import type { KeptLine } from "./invoice-rows.ts";
import { readTaxesInForce, readTaxesOfLines, withAgencies } from "./invoice-taxes.ts";
import { fieldOf, keptLines, mustBeSeen } from "./issue-draft.ts";

export type OwnLines = {
  lines: KeptLine[];
  subtotalCents: Cents;
  taxCents: Cents;
  taxes: ChargedTax<TaxInForce>[];
};

const NONE: OwnLines = { lines: [], subtotalCents: ZERO, taxCents: ZERO, taxes: [] };

type Whose = { customerId: string; currency: string; issuedOn: Day; dueOn: Day };

/** Refuses lines that aren't ready ("draft-unfinished", at their box), and taxes other than those that were seen. */
export async function readOwnLines(
  books: Books,
  own: NewRelease["own"],
  { customerId, currency, issuedOn, dueOn }: Whose,
): Promise<OwnLines> {
  if (own === undefined || own.lines.length === 0) return NONE;
  const lines = own.lines.map((line) => ({ ...line, retainable: false, retainage: "" }));
  const draft: Draft = {
    ...blankDraft(issuedOn, own.locale),
    customerId,
    issuedOn,
    dueOn,
    terms: "",
    chartCode: own.chartCode,
    lines,
  };
  const [taxes, choices, settings] = await Promise.all([
    readTaxesInForce(books, draft),
    readTaxesOfLines(books, draft),
    readReceiptSettings(
      books,
      lines.map((line) => line.productId),
      { accountId: null, on: issuedOn },
    ),
    checkRevenueAccounts(books, [{ chartCode: own.chartCode || undefined }]),
  ]);
  mustBeSeen({ taxes, choices }, own.seen);
  const read = readDraft(draft, { taxes, choices, currency, today: books.today });
  if (!read.isReady) throw new Refusal("draft-unfinished", fieldOf(read));
  const charged = withAgencies(read.total.taxes, { taxes, choices });
  const { subtotalCents, taxCents } = read.total;
  return { lines: keptLines(draft, read, settings), subtotalCents, taxCents, taxes: charged };
}
