// What a line is taxed with: as the invoice is, not at all, or with a rate of its own.
import type { DraftLine } from "@/domain/invoices/draft.ts";
import type { LineTaxes } from "@/domain/invoices/line-taxes.ts";

export type TaxOptions = {
  /** The invoice's own, in words; null where it isn't taxed. */
  own: string | null;
  choices: readonly LineTaxes[];
};

/** Two words that are no rate's id. */
const [OWN, NONE] = ["own", "none"];

type Props = {
  line: DraftLine;
  options: TaxOptions;
  of: string;
  errorId: string | undefined;
  onChange: (part: Partial<DraftLine>) => void;
};

export function LineTax({
  line: { taxable, taxRateId },
  options: { own, choices },
  of,
  errorId,
  onChange,
}: Props) {
  const rate = taxable ? (taxRateId ?? null) : null;
  return (
    <label className="grid min-w-0 gap-0.5 text-12 text-soft">
      <span>Tax</span>
      <select
        name="taxRateId"
        aria-label={`Tax on ${of}`}
        aria-invalid={errorId ? true : undefined}
        aria-describedby={errorId}
        value={rate ?? (taxable || own === null ? OWN : NONE)}
        onChange={({ target: { value } }) =>
          onChange({ taxable: value !== NONE, taxRateId: value === OWN || value === NONE ? null : value })
        }
        className="h-9 w-full min-w-0 rounded-control border border-edge bg-card px-2.5 text-14 text-ink aria-invalid:border-late touch:h-11 touch:text-16"
      >
        <option value={OWN}>{own ?? "No tax"}</option>
        {own === null ? null : <option value={NONE}>No tax</option>}
        {choices.map(({ rateId, name }) => (
          <option key={rateId} value={rateId}>
            {name}
          </option>
        ))}
        {rate !== null && !choices.some(({ rateId }) => rateId === rate) ? (
          <option value={rate}>A rate that isn’t there</option>
        ) : null}
      </select>
    </label>
  );
}
