// What has become of an invoice, as a word with its colour.
import { INVOICE_STATE_WORDS, type InvoiceState } from "@/domain/invoices/invoice-state.ts";
import { Tag, type TagTone } from "@/ui/tag.tsx";

const TONES: Record<InvoiceState, TagTone> = {
  open: "neutral",
  "part-paid": "soon",
  overdue: "late",
  paid: "good",
  "written-off": "held",
  moved: "neutral",
  held: "held",
  voided: "held",
};

export function StateTag({ state }: { state: InvoiceState }) {
  return <Tag tone={TONES[state]}>{INVOICE_STATE_WORDS[state]}</Tag>;
}
