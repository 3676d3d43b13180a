// What else stands on an invoice that was written by hand: its terms and numbers, where it went, where the work was done,
// and what was said to the customer and inside.
import type { ReactNode } from "react";
import { codeWords } from "@/domain/values/terms.ts";
import { SignatureDrawing } from "@/ui/signature-drawing.tsx";
import { Card, Section } from "@/ui/card.tsx";
import { WhatWasShown } from "../../_signed/what-was-shown.tsx";
import type { Invoice } from "./read-invoice.ts";

export function Billing({ invoice, locale }: { invoice: Invoice; locale: string }) {
  const { terms, poNumber, buyer, signature, salesperson, job, billingAddress, serviceAddress } = invoice;
  const facts: [string, ReactNode][] = [
    ["Terms", codeWords(terms)],
    ["PO number", poNumber],
    ["Ordered by", buyer],
    ["Job", job && `${job.number} ${job.name}`],
    ["Salesperson", salesperson],
    ["Billed to", lines(billingAddress)],
    ["Service address", lines(serviceAddress)],
    ["Notes to the customer", said(invoice.notesToCustomer)],
    ["Internal notes", said(invoice.notesInternal)],
    [
      "Signed by",
      signature && (
        <>
          {signature.name || invoice.customerName}
          <SignatureDrawing
            path={signature.path}
            label={`Signature of ${signature.name || invoice.customerName}`}
          />
          <WhatWasShown shown={signature.shown} locale={locale} />
        </>
      ),
    ],
  ];
  const told = facts.filter(([, value]) => value !== null && value !== "");
  if (told.length === 0) return null;
  return (
    <Section id="billing" title="How it was billed">
      <Card padded>
        <dl className="grid gap-4 desk:grid-cols-4">
          {told.map(([name, value]) => (
            <div key={name} className="min-w-0">
              <dt className="text-13 text-soft">{name}</dt>
              <dd className="wrap-anywhere whitespace-pre-line">{value}</dd>
            </div>
          ))}
        </dl>
      </Card>
    </Section>
  );
}

const lines = (address: readonly string[]) => (address.length === 0 ? null : address.join("\n"));
const said = (text: string) => (text === "" ? null : text);
