// What a file would do and what an import did, in words: on its button, in the list and after it.
import { countOf } from "@/domain/count-of.ts";
import type { ImportLook } from "@/domain/imports/look.ts";
import type { TagTone } from "@/ui/tag.tsx";
import type { ImportState, ImportSummary } from "./imported-file.ts";

type Counted = [count: number, one: string, many?: string];

/** "2,466 invoices, 2,300 payments, 100 new customers"; what there is nothing of isn't named. */
function counted(parts: readonly Counted[]): string {
  return parts
    .filter(([count]) => count > 0)
    .map(([count, one, many]) => countOf(count, one, many))
    .join(", ");
}

type Effect = Pick<ImportLook, "kind" | "figures" | "newCustomers" | "matchedCustomers" | "alreadyThere">;

/** What the button says; null where the file would change nothing. */
export function effectWords(look: Effect): string | null {
  const { kind, figures, newCustomers, matchedCustomers, alreadyThere } = look;
  if (kind === "limits")
    return sentence("Change the credit limits of", [[matchedCustomers - alreadyThere, "customer"]]);
  if (kind === "contacts")
    return figures.rows > alreadyThere
      ? sentence("Import contacts of", [[matchedCustomers, "customer"]])
      : null;
  if (kind === "products") return sentence("Import", [[figures.rows, "product"]]);
  if (kind === "customers") {
    const made = sentence("Import", [[newCustomers, "new customer"]]);
    const updated = countOf(matchedCustomers, "customer");
    if (matchedCustomers === 0) return made;
    return made ? `${made}, update ${matchedCustomers.toLocaleString("en-US")}` : `Update ${updated}`;
  }
  return sentence("Import", [
    [figures.invoices, "invoice"],
    [figures.credits, "credit memo"],
    [figures.payments, "payment"],
    [newCustomers, "new customer"],
  ]);
}

function sentence(verb: string, parts: readonly Counted[]): string | null {
  const words = counted(parts);
  return words === "" ? null : `${verb} ${words}`;
}

/** What it brought; "nothing new" when all of it was there. */
export function broughtWords(summary: ImportSummary): string {
  const words = counted([
    [summary.invoices, "invoice"],
    [summary.credits, "credit memo"],
    [summary.payments, "payment"],
    [summary.newContacts, "new contact"],
    [summary.newProducts, "new product"],
    [summary.newCustomers, "new customer"],
    [summary.openings, "opening balance"],
    [summary.updated, "update"],
  ]);
  return words || "nothing new";
}

/** What of the file it didn't bring; null when that is nothing. */
export function notBroughtWords({ skipped, leftOut }: ImportSummary): string | null {
  const parts = [
    skipped > 0 ? `${countOf(skipped, "row")} stood in the books already` : null,
    leftOut > 0 ? `${countOf(leftOut, "row")} left out for errors` : null,
  ].filter((part) => part !== null);
  return parts.length === 0 ? null : `${parts.join("; ")}.`;
}

/** What is still open about a file. */
export type StillOpen = { questions: number; near: number; faultCount: number };

/** Why it can't be imported yet; null when it can. */
export function whyNot({ questions, near, faultCount }: StillOpen, leaveFaulty: boolean): string | null {
  if (questions > 0) return `${countOf(questions, "question")} to answer first.`;
  if (near > 0) return `${countOf(near, "customer name")} to decide first.`;
  if (faultCount > 0 && !leaveFaulty)
    return `${countOf(faultCount, "error")}: mend the file, or leave the rows with errors out.`;
  return null;
}

export const STATES: Record<ImportState, { words: string; tone: TagTone }> = {
  looking: { words: "Being read", tone: "neutral" },
  ready: { words: "To be decided", tone: "soon" },
  importing: { words: "Being imported", tone: "neutral" },
  undoing: { words: "Being undone", tone: "neutral" },
  imported: { words: "Imported", tone: "good" },
  undone: { words: "Undone", tone: "neutral" },
  failed: { words: "Failed", tone: "late" },
};
