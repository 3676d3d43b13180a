// What has become of an invoice, in a word. Only what somebody has to see to, or what was taken back, has a colour: what is
// open, paid or moved is as it should be.
import { INVOICE_STATE_WORDS, type InvoiceState } from "@/domain/invoices/invoice-state.ts";
import { Tag, type TagTone } from "@/ui/tag.tsx";

const TONES: Record<InvoiceState, TagTone> = {
  open: "neutral",
  "part-paid": "neutral",
  overdue: "late",
  paid: "neutral",
  "written-off": "held",
  moved: "neutral",
  held: "held",
  voided: "held",
};

type Props = { state: InvoiceState; disputed: boolean };

export function StateTag({ state, disputed }: Props) {
  const tone = TONES[state];
  const words = INVOICE_STATE_WORDS[state];
  const told =
    tone === "neutral" ? <span className="text-soft">{words}</span> : <Tag tone={tone}>{words}</Tag>;
  return disputed ? (
    <span className="inline-flex flex-wrap items-center gap-1.5">
      {told}
      <Tag tone="soon">Disputed</Tag>
    </span>
  ) : (
    told
  );
}
