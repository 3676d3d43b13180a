// What a file would bring into the books, in five figures.
import type { ReactNode } from "react";
import type { Cents } from "@/domain/values/money.ts";
import { Amount, type Reading } from "@/ui/amount.tsx";

type Summary = {
  invoices: number;
  payments: number;
  newCustomers: number;
  totalCents: Cents;
  openCents: Cents;
};

export function ImportFigures({ summary, ...reading }: Reading & { summary: Summary }) {
  const count = (of: number) => of.toLocaleString(reading.locale);
  const figures: [string, ReactNode][] = [
    ["Invoices", count(summary.invoices)],
    ["Payments", count(summary.payments)],
    ["New customers", count(summary.newCustomers)],
    [`Invoiced, ${reading.currency}`, <Amount key="total" cents={summary.totalCents} {...reading} />],
    [`Still open, ${reading.currency}`, <Amount key="open" cents={summary.openCents} {...reading} />],
  ];
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
