"use client";
// How it is paid: any number of tenders, each by its key. What is typed into cash is what was handed over.
import { X } from "lucide-react";
import type { ReactNode } from "react";
import { Notice } from "@/ui/notice.tsx";
import type { ReadTender } from "@/domain/receipts/counter.ts";
import { formatAmount, type Cents } from "@/domain/values/money.ts";
import type { Tender } from "@/domain/receipts/receipt.ts";
import { Button } from "@/ui/button.tsx";
import { Cell } from "./cell.tsx";
import type { CounterAct } from "../../_shell/counter-shortcuts.ts";
import type { DraftTender } from "./draft.ts";
import { KeyHint } from "./key-hint.tsx";
import { tenderFaultWords } from "./tender-faults.ts";

export const TENDER_WORDS: Record<Tender, string> = {
  cash: "Cash",
  check: "Check",
  card: "Card",
  "house-charge": "House Charge",
};
const ACTS: [Tender, CounterAct][] = [
  ["cash", "cash"],
  ["check", "check"],
  ["card", "card"],
  ["house-charge", "charge"],
];

type Props = {
  tenders: readonly DraftTender[];
  read: readonly ReadTender[];
  place: { currency: string; locale: string };
  /** Why the house charge doesn't go through. */
  refused: string | null;
  /** What can be done about it. */
  wayOn: ReactNode;
  /** Why no house charge is possible at all, once somebody asked for one. */
  barred: string | null;
  onAdd: (tender: Tender) => void;
  onChange: (key: number, part: Partial<DraftTender>) => void;
  onRemove: (key: number) => void;
};

export function Tenders({ tenders, read, place, refused, wayOn, barred, onAdd, onChange, onRemove }: Props) {
  return (
    <section aria-labelledby="paid-by" className="grid gap-3">
      <h2 id="paid-by" className="text-14 font-semibold">
        Paid by
      </h2>
      {tenders.length > 0 ? (
        <ul aria-label="Tenders" className="overflow-clip rounded-card border border-line bg-card">
          {tenders.map((tender, at) => (
            <li key={tender.key} className="border-b border-line p-3 last:border-0 desk:py-2">
              <TenderRow
                tender={tender}
                place={place}
                onChange={onChange}
                onRemove={onRemove}
                read={read[at]}
                refused={tender.tender === "house-charge" ? refused : null}
              />
              {tender.tender === "house-charge" && refused ? <div className="mt-2">{wayOn}</div> : null}
            </li>
          ))}
        </ul>
      ) : null}
      <div className="grid grid-cols-2 gap-2 desk:flex desk:flex-wrap">
        {ACTS.map(([tender, act]) => (
          <Button key={tender} data-add={tender} onClick={() => onAdd(tender)}>
            {TENDER_WORDS[tender]} <KeyHint of={act} />
          </Button>
        ))}
      </div>
      {barred ? (
        <Notice tone="late" title="No house charge">
          <p>{barred}</p>
          <div className="mt-2">{wayOn}</div>
        </Notice>
      ) : null}
    </section>
  );
}

type RowProps = Pick<Props, "place" | "refused" | "onChange" | "onRemove"> & {
  tender: DraftTender;
  read: ReadTender | undefined;
};

const REFERENCES: Partial<Record<Tender, string>> = { check: "Check number", card: "Reference" };

function TenderRow({
  tender: { key, tender, amount, reference },
  read,
  place,
  refused,
  onChange,
  onRemove,
}: RowProps) {
  const words = TENDER_WORDS[tender];
  const write = (cents: Cents) => formatAmount(cents, place.currency, place.locale);
  const error = read?.fault ? tenderFaultWords(read.fault, place) : refused;
  const errorId = `tender-${key}-error`;
  const amountCents = read?.amountCents ?? (0 as Cents);
  const change =
    read?.givenCents !== undefined && read.givenCents > amountCents ? read.givenCents - amountCents : 0;
  return (
    <div
      data-tender={tender}
      data-tender-key={key}
      className="grid grid-cols-[minmax(0,1fr)_2.25rem] items-end gap-2 desk:grid-cols-[8rem_9rem_minmax(0,1fr)_2.25rem] desk:items-center touch:grid-cols-[minmax(0,1fr)_2.75rem]"
    >
      <p className="font-medium max-desk:self-center">{words}</p>
      <div className="max-desk:col-span-2 max-desk:row-start-2">
        <Cell
          name={`${tender}-amount`}
          label={tender === "cash" ? "Given" : "Amount"}
          of={words}
          numeric
          errorId={error ? errorId : undefined}
          placeholder={write(amountCents)}
          value={amount}
          onChange={(event) => onChange(key, { amount: event.target.value })}
        />
      </div>
      <div className="min-w-0 max-desk:col-span-2 max-desk:row-start-3">
        {REFERENCES[tender] ? (
          <Cell
            name={`${tender}-reference`}
            label={REFERENCES[tender]}
            of={words}
            errorId={undefined}
            maxLength={60}
            placeholder={REFERENCES[tender]}
            value={reference}
            onChange={(event) => onChange(key, { reference: event.target.value })}
          />
        ) : change > 0 ? (
          <p className="text-13 text-soft">
            pays {write(amountCents)}, change{" "}
            <span className="font-semibold text-ink">{write(change as Cents)}</span>
          </p>
        ) : null}
      </div>
      <button
        type="button"
        aria-label={`Remove ${words}`}
        onClick={() => onRemove(key)}
        className="grid size-9 place-items-center justify-self-end rounded-control text-soft hover:bg-hover max-desk:row-start-1 max-desk:col-start-2 touch:size-11"
      >
        <X aria-hidden="true" className="size-4" />
      </button>
      {error ? (
        <p id={errorId} role="alert" className="col-span-full text-12 font-medium text-late">
          {error}
        </p>
      ) : null}
    </div>
  );
}
