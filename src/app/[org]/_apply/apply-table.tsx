"use client";
// The open items a payment or a credit may settle, oldest due first, with a box for each: Apply fills in what is left,
// never more than the balance. Errors sit by the row they are about. Of many only the first are shown, and what is
// settled; the rest are found by their number.
import { useState } from "react";
import { foundByNumber, isInTime } from "@/domain/payments/paying.ts";
import { formatAmount } from "@/domain/values/money.ts";
import type { Offer } from "@/domain/values/terms.ts";
import { entryFaultWords } from "@/domain/payments/paying-words.ts";
import { Amount, type Reading } from "@/ui/amount.tsx";
import { Button } from "@/ui/button.tsx";
import { Table, type Column } from "@/ui/table.tsx";
import type { ListedDebt } from "./listed-account.ts";
import type { Entries } from "./use-entries.ts";

type Props = Reading & {
  entries: Entries;
  /** What the server said about a row, by item. */
  refused?: Readonly<Record<number, string>>;
};

/** So many are shown at once; more are shown when asked for. */
const SHOWN = 15;

export function ApplyTable({ entries, refused = {}, ...reading }: Props) {
  const [search, setSearch] = useState("");
  const [isWhole, setWhole] = useState(false);
  const { rows, typed, changed } = entries;
  const matching = rows.filter(
    (debt) => foundByNumber(debt.name, search) || foundByNumber(debt.job ?? "", search),
  );
  const shown = matching.filter(
    ({ itemId }, at) =>
      isWhole ||
      search !== "" ||
      at < SHOWN ||
      Boolean(typed[itemId]) ||
      refused[itemId] ||
      changed.has(itemId),
  );
  const many = rows.length > SHOWN;
  return (
    <>
      {many ? (
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2 border-b border-line px-4 py-2.5">
          <input
            type="search"
            autoComplete="off"
            aria-label="Find an open invoice"
            placeholder="Find an invoice"
            value={search}
            onChange={(event) => setSearch(event.target.value)}
            className="h-9 w-56 max-w-full rounded-control border border-edge bg-card px-2.5 text-14 text-ink touch:h-11 touch:text-16"
          />
          <p role="status" className="text-13 text-soft">
            {shown.length === rows.length
              ? `All ${rows.length} are shown.`
              : `${shown.length} of ${rows.length} are shown.`}
          </p>
        </div>
      ) : null}
      {matching.length === 0 ? (
        <p className="px-4 py-3 text-soft">No open invoice matches “{search}”.</p>
      ) : (
        <Table
          caption={`Open invoices, oldest due first, in ${reading.currency}`}
          rows={shown}
          rowKey={(debt) => String(debt.itemId)}
          columns={columns({ entries, refused, ...reading })}
        />
      )}
      {shown.length < matching.length ? (
        <div className="border-t border-line px-4 py-2.5">
          <Button onClick={() => setWhole(true)}>Show all {rows.length}</Button>
        </div>
      ) : null}
    </>
  );
}

function columns({ entries, refused = {}, ...reading }: Props): Column<ListedDebt>[] {
  return [
    {
      key: "name",
      head: "Invoice",
      place: "lead",
      rowHead: true,
      wraps: true,
      cell: (debt) => (
        <>
          <span className="font-medium">{debt.name}</span>
          {debt.whose === undefined ? null : <span className="ml-2 font-normal text-soft">{debt.whose}</span>}
          {debt.job === undefined ? null : (
            <span className="block text-13 font-normal whitespace-normal text-soft">{debt.job}</span>
          )}
        </>
      ),
    },
    {
      key: "due",
      head: "Due",
      place: "sub",
      label: "due",
      cell: (debt) => (
        <span className={debt.daysPastDue > 0 ? "text-late" : undefined}>
          {debt.due}
          {debt.late ? ` · ${debt.late}` : null}
        </span>
      ),
    },
    {
      key: "amount",
      head: "Amount",
      place: "sub-end",
      label: "of",
      numeric: true,
      quiet: (debt) => debt.amountCents === debt.openCents,
      cell: (debt) => <Amount cents={debt.amountCents} {...reading} />,
    },
    {
      key: "open",
      head: "Left to pay",
      place: "lead-end",
      numeric: true,
      cell: (debt) => <Left debt={debt} was={entries.changed.get(debt.itemId)} {...reading} />,
    },
    {
      key: "apply",
      head: "Apply",
      place: "under",
      numeric: true,
      cell: (debt) => <Entry debt={debt} entries={entries} refused={refused[debt.itemId]} {...reading} />,
    },
  ];
}

function Left({
  debt,
  was,
  ...reading
}: Reading & { debt: ListedDebt; was: ListedDebt["openCents"] | undefined }) {
  if (was === undefined) return <Amount cents={debt.openCents} {...reading} />;
  return (
    <>
      <span className="mr-2 text-12 font-normal text-soon">
        was {formatAmount(was, reading.currency, reading.locale)}
      </span>
      {formatAmount(debt.openCents, reading.currency, reading.locale)}
    </>
  );
}

type EntryProps = Reading & { debt: ListedDebt; entries: Entries; refused: string | undefined };

function Entry({ debt, entries, refused, ...reading }: EntryProps) {
  const { currency, locale } = reading;
  const fault = entries.plan.faults.get(debt.itemId);
  const open = formatAmount(debt.openCents, currency, locale);
  const error = fault ? entryFaultWords(fault, { currency, locale, open }) : refused;
  const errorId = `entry-${debt.itemId}-error`;
  return (
    <div className="inline-grid justify-items-end gap-1 max-desk:mt-1 max-desk:justify-items-start">
      <div className="flex items-center gap-2">
        <input
          inputMode="decimal"
          autoComplete="off"
          aria-label={`Amount for ${debt.name}`}
          aria-invalid={error ? true : undefined}
          aria-describedby={error ? errorId : undefined}
          value={entries.typed[debt.itemId] ?? ""}
          onChange={(event) => entries.type(debt.itemId, event.target.value)}
          className="h-8 w-32 rounded-control border border-edge bg-card px-2.5 text-right text-14 text-ink aria-invalid:border-late touch:h-11 touch:w-40 touch:text-16"
        />
        <button
          type="button"
          aria-label={`Apply to ${debt.name}`}
          onClick={() => entries.applyTo(debt)}
          className="min-h-8 rounded-control border border-line bg-card px-2.5 text-13 font-medium text-ink hover:bg-hover touch:min-h-11 touch:px-4"
        >
          Apply
        </button>
      </div>
      {debt.offer ? <Offered debt={debt} offer={debt.offer} entries={entries} {...reading} /> : null}
      {error ? (
        <p id={errorId} role="alert" className="text-12 font-medium whitespace-normal text-late">
          {error}
        </p>
      ) : null}
    </div>
  );
}

type OfferedProps = Reading & { debt: ListedDebt; offer: Offer; entries: Entries };

/** What may be kept for paying early: taken by itself where it is paid in full in time, and by one click when it is late. */
function Offered({ debt, offer, entries, currency, locale }: OfferedProps) {
  const late = !isInTime(debt, entries.on);
  return (
    <label className="flex min-h-8 items-center gap-2 text-12 whitespace-normal text-soft touch:min-h-11">
      <input
        type="checkbox"
        aria-label={`Discount of ${debt.name}`}
        checked={entries.offers.includes(debt.itemId)}
        onChange={() => entries.keepOffer(debt)}
        className="size-4 shrink-0 accent-accent touch:size-5"
      />
      <span className={late ? "text-late" : undefined}>
        Discount {formatAmount(offer.offeredCents, currency, locale)}
        {late ? `, was until ${debt.offerUntil}` : ` until ${debt.offerUntil}`}
      </span>
    </label>
  );
}
