"use client";
// What the payment settles: each open item with its box, and the two buttons that fill or empty them all.
import { countOf } from "@/domain/count-of.ts";
import { Button } from "@/ui/button.tsx";
import { Card, Section } from "@/ui/card.tsx";
import { ApplyTable } from "../../_apply/apply-table.tsx";
import type { ListedAccount } from "../../_apply/listed-account.ts";
import type { Entries } from "../../_apply/use-entries.ts";

type Props = {
  account: ListedAccount;
  entries: Entries;
  locale: string;
  refused: Readonly<Record<number, string>>;
  onAuto: () => void;
};

export function Applying({ account, entries, locale, refused, onAuto }: Props) {
  const { debts, debtCount, currency } = account;
  if (entries.rows.length === 0) {
    return (
      <Section id="apply" title="Open invoices">
        <Card>
          <p className="px-4 py-3 text-soft">Nothing is owed. The whole payment becomes open credit.</p>
        </Card>
      </Section>
    );
  }
  const shown =
    debts.length === debtCount
      ? countOf(debtCount, "invoice")
      : `the first ${debts.length} of ${countOf(debtCount, "invoice")}`;
  return (
    <div className="[&>section]:mt-0">
      <Section
        id="apply"
        title="Open invoices"
        note={`${shown}, in ${currency}`}
        end={
          <span className="flex gap-2">
            <Button data-step onClick={onAuto}>
              Auto-apply
            </Button>
            <Button onClick={entries.clear}>Clear</Button>
          </span>
        }
      >
        <p role="status" className="mb-2 text-13 text-soft">
          {entries.isAuto
            ? `The oldest due is settled first${debts.length < debtCount ? ", then what isn’t listed" : ""}. Change any amount, or press Apply beside the one it is for.`
            : "As you chose. What isn’t applied stays open credit."}
        </p>
        <Card>
          <ApplyTable entries={entries} refused={refused} currency={currency} locale={locale} />
        </Card>
      </Section>
    </div>
  );
}
