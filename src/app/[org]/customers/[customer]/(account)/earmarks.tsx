// Open credit that is set aside for something: its amount, what it is for, who set it aside and when; and the ways to
// set more aside and to let go. It stands there whenever there is credit to set aside.
import type { AccountPage } from "@/domain/receivables/account-page.ts";
import { freeCreditOf } from "@/domain/ledger/earmark.ts";
import { formatInstantDay, isoInstant } from "@/domain/values/instant.ts";
import { formatAmount, sum } from "@/domain/values/money.ts";
import { Amount, type Reading } from "@/ui/amount.tsx";
import { Card, Section } from "@/ui/card.tsx";
import { Table, type Column } from "@/ui/table.tsx";
import type { Earmarking } from "./earmark-effect.tsx";
import { NewEarmark } from "./new-earmark.tsx";
import { ReleaseEarmark } from "./release-earmark.tsx";

type Props = Reading & {
  org: string;
  account: AccountPage;
  zone: string;
  /** Whether this person may set credit aside and let it go. */
  mayChange: boolean;
};
type Earmark = AccountPage["earmarks"][number];

export function Earmarks({ org, account, zone, mayChange, ...reading }: Props) {
  const { accountId, earmarks, figures, credit, isToday } = account;
  if (earmarks.length === 0 && figures.openCreditCents === 0) return null;
  // The past can't be changed, so nothing is offered there.
  const earmarking: Earmarking | null =
    mayChange && isToday ? { accountId, figures, credit, ...reading } : null;
  const canAdd = earmarking !== null && freeCreditOf(figures) > 0;
  const said = `${isToday ? "" : "as they stand today, "}in ${reading.currency}`;
  return (
    <Section
      id="earmarks"
      title="Earmarked open credit"
      note={earmarks.length > 0 ? said : null}
      end={
        canAdd ? (
          <span className="-my-2 -mr-2">
            <NewEarmark org={org} earmarking={earmarking} />
          </span>
        ) : null
      }
    >
      <Card>
        {earmarks.length === 0 ? (
          <p className="px-4 py-3 text-soft">
            Nothing is set aside{isToday ? ": all of the open credit is free" : " today"}.
          </p>
        ) : (
          <Table
            caption={`Earmarked open credit, in ${reading.currency}`}
            rows={earmarks}
            rowKey={(earmark) => earmark.id}
            columns={columns(org, { zone, reading, earmarking, earmarks })}
            {...(earmarks.length > 1 && { totalName: "Total" })}
          />
        )}
      </Card>
    </Section>
  );
}

type Drawn = {
  zone: string;
  reading: Reading;
  earmarking: Earmarking | null;
  earmarks: readonly Earmark[];
};

function columns(org: string, { zone, reading, earmarking, earmarks }: Drawn): Column<Earmark>[] {
  const release: Column<Earmark> = {
    key: "release",
    head: <span className="sr-only">Release</span>,
    place: "sub-end",
    numeric: true,
    cell: (earmark) =>
      earmarking ? (
        <ReleaseEarmark
          org={org}
          earmark={earmark}
          amount={formatAmount(earmark.amountCents, reading.currency, reading.locale)}
          earmarking={earmarking}
        />
      ) : null,
  };
  return [
    {
      key: "for",
      head: "For",
      place: "lead",
      rowHead: true,
      wraps: true,
      cell: (earmark) => earmark.note,
    },
    {
      key: "by",
      head: "By",
      place: "sub",
      cell: (earmark) => <span className="text-soft">{earmark.by}</span>,
    },
    {
      key: "on",
      head: "Set aside",
      place: "sub",
      cell: (earmark) => (
        <time dateTime={isoInstant(earmark.madeAt)} className="whitespace-nowrap">
          {formatInstantDay(earmark.madeAt, reading.locale, zone)}
        </time>
      ),
    },
    {
      key: "amount",
      head: "Amount",
      place: "lead-end",
      numeric: true,
      cell: (earmark) => <Amount cents={earmark.amountCents} {...reading} />,
      total: <Amount cents={sum(earmarks.map((earmark) => earmark.amountCents))} {...reading} />,
    },
    ...(earmarking ? [release] : []),
  ];
}
