// How an invoice was paid, step by step: each credit with its day and a link, what was un-applied or reversed struck out with
// the event that did it, and what was left to pay after each.
import { larger, negative, type Cents } from "@/domain/values/money.ts";
import { Amount, type Reading } from "@/ui/amount.tsx";
import { Card, Section } from "@/ui/card.tsx";
import { DayText } from "@/ui/day.tsx";
import { Link } from "@/ui/link.tsx";
import { Table, type Column } from "@/ui/table.tsx";
import { toCredit, toEvent } from "../../_shell/links.ts";
import type { Invoice } from "./read-invoice.ts";

type Step = Invoice["steps"][number];
type Props = Reading & { org: string; invoice: Invoice };

export function Settlements({ org, invoice, ...reading }: Props) {
  const { steps, owed, openCents } = invoice;
  const nothing = owed
    ? "Nothing has been paid on it yet."
    : "All of it is held back, so there is nothing to pay until that is billed.";
  return (
    <Section id="settled" title="How it was paid" note={`in ${reading.currency}`}>
      <Card>
        {steps.length === 0 ? (
          <p className="px-4 py-3 text-soft">{nothing}</p>
        ) : (
          <Table
            caption={`What paid this invoice, in ${reading.currency}`}
            rows={steps.map((step, at) => ({ ...step, key: String(at) }))}
            rowKey={(step) => step.key}
            columns={columns(org, openCents, reading)}
            totalName="Left to pay"
          />
        )}
      </Card>
    </Section>
  );
}

const size = (amount: Cents): Cents => larger(amount, negative(amount));

function columns(org: string, openCents: Cents, reading: Reading): Column<Step>[] {
  const struck = (step: Step) => (step.reversedBy ? "text-soft line-through" : undefined);
  return [
    {
      key: "on",
      head: "Date",
      place: "sub",
      cell: (step) => <DayText day={step.on} locale={reading.locale} />,
    },
    {
      key: "what",
      head: "Paid by",
      place: "lead",
      rowHead: true,
      wraps: true,
      cell: (step) => <PaidBy org={org} step={step} />,
    },
    {
      key: "event",
      head: "Event",
      place: "sub",
      label: "event",
      numeric: true,
      cell: (step) => (
        <Link
          href={toEvent(org, step.by.eventId)}
          aria-label={`Event ${step.by.eventId}`}
          className="touch-target -my-2 inline-block py-2 text-accent underline-offset-2 hover:underline touch:underline"
        >
          {step.by.eventId}
        </Link>
      ),
    },
    {
      key: "amount",
      head: "Amount",
      place: "lead-end",
      numeric: true,
      cell: (step) => (
        <span className={struck(step)}>
          {step.amountCents < 0 ? <span className="font-normal text-soft">back </span> : null}
          <Amount cents={size(step.amountCents)} {...reading} />
        </span>
      ),
    },
    {
      key: "left",
      head: "Left to pay",
      place: "sub-end",
      label: "left",
      numeric: true,
      cell: (step) => <Amount cents={step.openCents} {...reading} />,
      total: <Amount cents={openCents} {...reading} />,
    },
  ];
}

function PaidBy({ org, step }: { org: string; step: Step }) {
  const { credit, by, reversedBy } = step;
  if (!credit) return <>{step.kind === "transferred" ? "Moved to another account" : "Reversed"}</>;
  const to = toCredit(org, credit);
  return (
    <>
      <Link href={to} className={`font-medium hover:underline ${reversedBy ? "text-soft line-through" : ""}`}>
        {credit.name}
      </Link>
      {reversedBy ? (
        <span className="ml-2 font-normal text-soft">
          reversed by{" "}
          <Link href={toEvent(org, reversedBy.eventId)} className="text-link">
            event {reversedBy.eventId}
          </Link>
        </span>
      ) : null}
      {step.amountCents < 0 ? (
        <span className="ml-2 font-normal text-soft">{by.eventId === credit.eventId ? "" : by.name}</span>
      ) : null}
    </>
  );
}
