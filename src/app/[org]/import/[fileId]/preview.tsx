// What the file comes to: its figures, its aging, its own totals beside ours, and what of it is left out or changed.
import type { ReactNode } from "react";
import { movesMoney, ofKnownCustomers } from "@/domain/imports/fields.ts";
import type { ImportLook } from "@/domain/imports/look.ts";
import { AgingFigures } from "@/ui/aging-figures.tsx";
import { Amount, type Reading } from "@/ui/amount.tsx";
import { Card, Section } from "@/ui/card.tsx";
import { DayText } from "@/ui/day.tsx";
import { Notice } from "@/ui/notice.tsx";
import { GroupTable } from "./fault-list.tsx";
import { Changed, FileTotals, LeftOutRows } from "./preview-tables.tsx";

type Props = { look: ImportLook; reading: Reading };

export function Preview({ look, reading }: Props) {
  const { alreadyThere, aging, totals, leftOut, changed, warnings } = look;
  return (
    <>
      <Section
        id="figures"
        title="What it comes to"
        note={hasAmounts(look) ? `Amounts in ${reading.currency}` : undefined}
      >
        <Card padded>
          {look.figures.rows > 0 ? (
            <Figures look={look} reading={reading} />
          ) : (
            <p className="text-soft">None of its rows could be read yet. {UNREAD}</p>
          )}
        </Card>
      </Section>
      {alreadyThere > 0 ? (
        <div className="mt-3">
          <Notice>
            {alreadyThere.toLocaleString("en-US")} of them {alreadyThere === 1 ? "stands" : "stand"} in the
            books just so already and {alreadyThere === 1 ? "is" : "are"} skipped.
          </Notice>
        </div>
      ) : null}
      {aging && look.figures.rows > 0 ? (
        <Section id="aging" title="Aging" note={<AsOf day={aging.asOf} reading={reading} />}>
          <Card>
            <AgingFigures aging={aging.aging} {...reading} />
          </Card>
        </Section>
      ) : null}
      {totals.length > 0 ? <FileTotals totals={totals} reading={reading} /> : null}
      {leftOut.length > 0 ? <LeftOutRows leftOut={leftOut} /> : null}
      {changed.length > 0 ? <Changed changed={changed} reading={reading} /> : null}
      {warnings.length > 0 ? (
        <Section id="warnings" title="To be looked at" note="Imported as it stands">
          <Card>
            <GroupTable caption="Warnings" groups={warnings} />
          </Card>
        </Section>
      ) : null}
    </>
  );
}

/** Products, limits and contacts come to a number of rows alone. */
const hasAmounts = ({ kind }: ImportLook) => movesMoney(kind) || kind === "customers";

const UNREAD = "What it comes to stands here once the questions are answered and the columns are right.";

const AsOf = ({ day, reading }: { day: Parameters<typeof DayText>[0]["day"]; reading: Reading }) => (
  <>
    as of <DayText day={day} locale={reading.locale} />
  </>
);

function Figures({ look, reading }: Props) {
  const figures = figuresOf(look, reading);
  return (
    <dl className="grid grid-cols-2 gap-x-8 gap-y-3 desk:flex desk:flex-wrap">
      {figures.map(([name, figure]) => (
        <div key={name}>
          <dt className="text-13 text-soft">{name}</dt>
          <dd className="text-20 font-semibold tracking-tight">{figure}</dd>
        </div>
      ))}
    </dl>
  );
}

function figuresOf(look: ImportLook, reading: Reading): Figure[] {
  if (look.kind === "receivables") return itemFigures(look, reading);
  return look.kind === "payments" ? moneyFigures(look, reading) : rowFigures(look, reading);
}

type Figure = readonly [string, ReactNode];

const count = (of: number) => of.toLocaleString("en-US");

function rowFigures(look: ImportLook, reading: Reading): Figure[] {
  const { kind, figures, newCustomers, matchedCustomers } = look;
  const rows: Figure = [kind === "products" ? "Products" : "Rows", count(figures.rows)];
  if (kind === "products") return [rows];
  if (ofKnownCustomers(kind)) return [rows, ["Customers", count(matchedCustomers)]];
  const { openCents, creditCents } = figures;
  const owed = <Amount key="owed" cents={openCents} {...reading} />;
  const theirs = <Amount key="theirs" cents={creditCents} {...reading} />;
  return [
    rows,
    ["New customers", count(newCustomers)],
    ["Known customers", count(matchedCustomers)],
    ...newLabelsOf(look),
    ...(openCents > 0 ? [["Opening balances", owed] as const] : []),
    ...(creditCents > 0 ? [["Opening credits", theirs] as const] : []),
  ];
}

const LABELS_NAMED = 5;

/** By their names, as they would be made. */
function newLabelsOf({ newLabels = [] }: ImportLook): Figure[] {
  if (newLabels.length === 0) return [];
  const named = newLabels.slice(0, LABELS_NAMED);
  const left = newLabels.length - named.length;
  const words = [...named, ...(left > 0 ? [`${count(left)} more`] : [])].join(", ");
  return [
    [
      "New labels",
      <span key="labels" className="text-14 font-medium">
        {words}
      </span>,
    ],
  ];
}

function itemFigures(look: ImportLook, reading: Reading): Figure[] {
  const { figures, newCustomers, matchedCustomers } = look;
  return [
    ["Rows", count(figures.rows)],
    ["Invoices", count(figures.invoices)],
    ["Credit memos", count(figures.credits)],
    ["Payments", count(figures.payments)],
    ["New customers", count(newCustomers)],
    ["Known customers", count(matchedCustomers)],
    ["Invoiced", <Amount key="total" cents={figures.totalCents} {...reading} />],
    ["Still open", <Amount key="open" cents={figures.openCents} {...reading} />],
    ["Credit left", <Amount key="credit" cents={figures.creditCents} {...reading} />],
    ...daysOf(look, reading),
  ];
}

function moneyFigures(look: ImportLook, reading: Reading): Figure[] {
  const { figures, newCustomers, matchedCustomers } = look;
  return [
    ["Payments", count(figures.payments)],
    ["New customers", count(newCustomers)],
    ["Known customers", count(matchedCustomers)],
    ["Received", <Amount key="received" cents={figures.creditCents} {...reading} />],
    ...daysOf(look, reading),
  ];
}

function daysOf({ figures: { firstOn, lastOn } }: ImportLook, { locale }: Reading): Figure[] {
  if (!firstOn || !lastOn) return [];
  const days = (
    <span key="days" className="text-14 font-medium">
      <DayText day={firstOn} locale={locale} /> – <DayText day={lastOn} locale={locale} />
    </span>
  );
  return [["From and to", days]];
}
