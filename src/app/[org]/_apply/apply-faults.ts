// Where a refusal of credit that is applied is said: by the row or the field that it is about, else above the form.
import type { Fault } from "@/ui/use-command.ts";

/** Of items that somebody else paid or changed since the page was drawn. */
const CHANGED = new Set(["more-than-open", "not-found"]);

export type ApplyFaults = {
  fields: Readonly<Record<string, string>>;
  rows: Readonly<Record<number, string>>;
  /** What is about no single field. */
  above: string | null;
  /** The account isn't any more what the page shows. */
  stale: boolean;
  /** Something was posted on it since, though no row says so. */
  changed: boolean;
};

const NOTHING: ApplyFaults = { fields: {}, rows: {}, above: null, stale: false, changed: false };

export function applyFaults(fault: Fault | null): ApplyFaults {
  if (!fault) return NOTHING;
  const { itemId } = fault.details;
  if (typeof itemId === "number") {
    const gone = fault.code === "not-found";
    const rows = { [itemId]: gone ? "This was paid meanwhile." : fault.message };
    return { ...NOTHING, rows, stale: CHANGED.has(fault.code ?? "") };
  }
  if (fault.code === "changed-meanwhile") return { ...NOTHING, changed: true };
  return { ...NOTHING, fields: fault.fields, above: fault.above };
}
