// Drafts of invoices for tests: in few words, and issued as somebody at the desk would.
import { blankDraft, blankLine, type Draft, type DraftLine } from "@/domain/invoices/draft.ts";
import { inputOf } from "@/domain/input-of.ts";
import { DraftInput } from "@/domain/invoices/draft-input.ts";
import { namedTaxes } from "@/domain/invoices/line-taxes.ts";
import { day } from "@/domain/values/day.ts";
import { startDraft } from "../invoices/drafts.ts";
import { readTaxes, readTaxesOfLines } from "../invoices/invoice-taxes.ts";
import { issueDraft } from "../invoices/issue-draft.ts";
import type { Ledger } from "../story/ledger-dsl.ts";

type Input = Parameters<typeof inputOf<typeof DraftInput>>[1];

export const item = (quantity: string, unitPrice: string, more: Partial<DraftLine> = {}): DraftLine => ({
  ...blankLine("item"),
  description: "Wall",
  quantity,
  unitPrice,
  ...more,
});

export function draftOf(more: Partial<Draft>): Input {
  const { lines, taxes, ...draft } = { ...blankDraft(day("2026-06-15"), "en-US"), ...more };
  return { ...draft, lines: [...lines], taxes: [...taxes] };
}

/** Whoever issues it may void what it corrects. */
export const MAY = { mayReverse: true };

/** Started and issued with the taxes of today as seen. */
export async function issued(business: Ledger, more: Partial<Draft>, key?: string) {
  const { draftId, version } = await business.change((books) =>
    startDraft(books, inputOf(DraftInput, draftOf(more))),
  );
  return business.change(async (books) => {
    const draft = { ...blankDraft(day("2026-06-15"), "en-US"), ...more };
    const seen = {
      taxes: await readTaxes(books, draft),
      lineTaxes: namedTaxes(await readTaxesOfLines(books, draft)),
    };
    return issueDraft(books, { draftId, version, seen }, MAY);
  }, key);
}
