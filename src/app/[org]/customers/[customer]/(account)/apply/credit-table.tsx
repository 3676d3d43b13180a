"use client";
// The open credit of an account, oldest first: which of it is to be used, and how much of each that takes.
import { ZERO, type Cents } from "@/domain/values/money.ts";
import { Amount, type Reading } from "@/ui/amount.tsx";
import { Link } from "@/ui/link.tsx";
import { Table, type Column } from "@/ui/table.tsx";
import type { Where } from "../../../../_corrections/reversal-effects.ts";
import { toCredit } from "../../../../_shell/links.ts";
import type { ListedCredit } from "./listed-credit.ts";

type Props = Reading & {
  where: Where;
  credits: readonly ListedCredit[];
  isUsed: (creditId: number) => boolean;
  onUse: (creditId: number, used: boolean) => void;
  /** How much of each is applied by what was typed. */
  drawn: ReadonlyMap<number, Cents>;
};

export function CreditTable(props: Props) {
  return (
    <Table
      caption={`Open credit, oldest first, in ${props.currency}`}
      rows={props.credits}
      rowKey={(credit) => String(credit.creditId)}
      columns={columns(props)}
    />
  );
}

function columns(props: Props): Column<ListedCredit>[] {
  const { where, isUsed, onUse, drawn, currency, locale } = props;
  const reading = { currency, locale };
  const drawnOf = (credit: ListedCredit) => drawn.get(credit.creditId) ?? ZERO;
  return [
    {
      key: "use",
      head: "Use",
      place: "under",
      cell: (credit) => (
        <label className="inline-flex min-h-8 items-center gap-2 touch:min-h-11">
          <input
            type="checkbox"
            data-step
            checked={isUsed(credit.creditId)}
            onChange={(event) => onUse(credit.creditId, event.target.checked)}
            className="size-4 accent-accent touch:size-5"
          />
          <span className="desk:sr-only">Use {credit.name}</span>
        </label>
      ),
    },
    {
      key: "name",
      head: "Credit",
      place: "lead",
      rowHead: true,
      wraps: true,
      cell: ({ paymentId, creditMemoId, creditId, name }) => (
        <Link
          href={toCredit(where.org, { paymentId, creditMemoId, eventId: creditId })}
          className="touch-target -my-2 inline-block py-2 font-medium hover:underline"
        >
          {name}
        </Link>
      ),
    },
    { key: "day", head: "Date", place: "sub", cell: (credit) => credit.day },
    {
      key: "amount",
      head: "Amount",
      place: "sub-end",
      label: "of",
      numeric: true,
      quiet: (credit) => credit.amountCents === credit.openCents,
      cell: (credit) => <Amount cents={credit.amountCents} {...reading} />,
    },
    {
      key: "open",
      head: "Open",
      place: "lead-end",
      numeric: true,
      cell: (credit) => <Amount cents={credit.openCents} {...reading} />,
    },
    {
      key: "drawn",
      head: "Applied now",
      place: "sub-end",
      label: "applied now",
      numeric: true,
      quiet: (credit) => drawnOf(credit) === ZERO,
      cell: (credit) => <Amount cents={drawnOf(credit)} {...reading} />,
    },
  ];
}
