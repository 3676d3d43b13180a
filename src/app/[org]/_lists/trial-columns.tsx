// The columns of the trial balance: the account, and what it comes to on one side or the other.
import { sidesOf, type TrialLine } from "@/domain/receivables/trial-balance.ts";
import type { RouterOutputs } from "@/server/client.ts";
import { Amount } from "@/ui/amount.tsx";
import type { Column } from "@/ui/table.tsx";
import type { CurrentMember } from "../_shell/current-member.ts";
import { toJournal } from "../_shell/links.ts";
import { RowLink } from "./cells.tsx";

type Props = { org: CurrentMember["org"]; trial: RouterOutputs["reports"]["trialBalance"] };

export function trialColumns({ org, trial }: Props): Column<TrialLine>[] {
  const { slug, currency, locale } = org;
  const side = (which: "debitCents" | "creditCents") => (row: TrialLine) => {
    if (row.balanceCents === null) return <Amount cents={null} currency={currency} locale={locale} />;
    const cents = sidesOf(row)[which];
    return cents === null ? null : <Amount cents={cents} currency={currency} locale={locale} />;
  };
  return [
    {
      key: "code",
      head: "Account",
      place: "sub",
      cell: (row) => <span className="text-soft">{row.code}</span>,
    },
    {
      key: "name",
      head: "Name",
      place: "lead",
      rowHead: true,
      wraps: true,
      cell: (row) => (
        <RowLink href={toJournal(slug, { account: row.code, through: trial.asOf })}>{row.name}</RowLink>
      ),
    },
    {
      key: "debit",
      head: "Debit",
      place: "lead-end",
      label: "debit",
      numeric: true,
      cell: side("debitCents"),
      total: <Amount cents={trial.debitCents} currency={currency} locale={locale} />,
    },
    {
      key: "credit",
      head: "Credit",
      place: "sub-end",
      label: "credit",
      numeric: true,
      cell: side("creditCents"),
      total: <Amount cents={trial.creditCents} currency={currency} locale={locale} />,
    },
  ];
}
