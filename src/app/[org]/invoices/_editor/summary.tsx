"use client";
// Beside the lines: what the invoice comes to, whether it is saved, and the button that asks before it is issued.
import { formatPercent } from "@/domain/values/percent-words.ts";
import { formatDay } from "@/domain/values/day-words.ts";
import { Button } from "@/ui/button.tsx";
import { CommitBar } from "@/ui/commit-bar.tsx";
import { DiscardDraft } from "./discard-draft.tsx";
import { RepeatDraft } from "./repeat-draft.tsx";
import type { Invoicing } from "./use-invoice.ts";

type Props = { org: string; locale: string; invoicing: Invoicing };

export function Summary({ org, locale, invoicing }: Props) {
  const { dueOn, saving, ask } = invoicing;
  return (
    <aside
      aria-label="What it comes to"
      className="grid gap-4 rounded-card border border-line bg-card p-4 desk:p-5 wide:sticky wide:top-20"
    >
      <Sums invoicing={invoicing} locale={locale} />
      <p className="text-13 text-soft">{dueOn ? `Due ${formatDay(dueOn, locale)}` : "No due date yet"}</p>
      <div className="max-wide:hidden">
        <Button variant="primary" full data-issue onClick={ask}>
          Issue…
        </Button>
      </div>
      <SaveState invoicing={invoicing} />
      {saving.kept ? <RepeatDraft org={org} kept={saving.kept} flush={saving.flush} /> : null}
      {saving.kept ? <DiscardDraft org={org} kept={saving.kept} flush={saving.flush} /> : null}
    </aside>
  );
}

export function Sums({ invoicing: { read, write, currency }, locale }: Pick<Props, "invoicing" | "locale">) {
  const { subtotalCents, taxes, retainageCents, totalCents } = read.total;
  return (
    <dl className="grid gap-2">
      <Sum name="Subtotal" value={write(subtotalCents)} />
      {taxes.map((tax) => (
        <Sum
          key={`${tax.agency} ${tax.name}`}
          name={`${tax.name}${tax.agency ? `, ${tax.agency}` : ""} ${formatPercent(tax.rate, locale)}`}
          value={write(tax.taxCents)}
        />
      ))}
      {retainageCents > 0 ? <Sum name="Retainage held back" value={`−${write(retainageCents)}`} /> : null}
      <Sum name={`Total, ${currency}`} value={write(totalCents)} strong />
    </dl>
  );
}

function Sum({ name, value, strong = false }: { name: string; value: string; strong?: boolean }) {
  return (
    <div
      className={`flex items-baseline justify-between gap-4 ${strong ? "border-t border-line pt-2 text-16 font-semibold" : ""}`}
    >
      <dt className={strong ? "" : "text-soft"}>{name}</dt>
      <dd className="tabular-nums">{value}</dd>
    </div>
  );
}

function SaveState({ invoicing: { saving } }: { invoicing: Invoicing }) {
  const { state, kept } = saving;
  return (
    <p role="status" className={`text-13 ${state.is === "refused" ? "font-medium text-late" : "text-soft"}`}>
      {saving.isUndecided ? "Not saved yet: choose above what it shall be." : wordsOf(state, kept !== null)}
    </p>
  );
}

function wordsOf(state: Invoicing["saving"]["state"], isKept: boolean): string {
  switch (state.is) {
    case "typed":
    case "saving":
      return "Saving…";
    case "away":
      return "Not saved yet: the server can’t be reached. It is tried again by itself.";
    case "refused":
      return `Not saved: ${state.trouble.message}`;
    case "saved":
      return "Saved as a draft";
    default:
      return isKept ? "Saved as a draft" : "A draft is saved as soon as you type.";
  }
}

/** The same in one line, for a screen that has no room beside the lines. */
export function SummaryBar({ invoicing }: { invoicing: Invoicing }) {
  const { read, write, currency, ask } = invoicing;
  return (
    <CommitBar sums={[[`Total, ${currency}`, write(read.total.totalCents)]]}>
      <Button variant="primary" data-issue onClick={ask}>
        Issue…
      </Button>
    </CommitBar>
  );
}
