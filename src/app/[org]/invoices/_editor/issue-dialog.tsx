"use client";
// The question before an invoice is issued: what it comes to, when it is due, in which month of the books it goes, and what
// it does to the account. Over a limit or on hold is said, with what the
// business's policy makes of it.
import { againstInvoiceWords } from "@/domain/credit/charging-words.ts";
import { againstInvoice, type InvoicePolicy } from "@/domain/credit/invoice-policy.ts";
import type { AccountFigures } from "@/domain/ledger/account.ts";
import { formatDay, formatMonth } from "@/domain/values/day-words.ts";
import { monthOf } from "@/domain/values/day.ts";
import { ConfirmDialog } from "@/ui/confirm-dialog.tsx";
import { FigureChanges, type Figure } from "@/ui/figure-changes.tsx";
import { useLater } from "@/ui/use-later.ts";
import { Notice } from "@/ui/notice.tsx";
import { Sums } from "./summary.tsx";
import type { Invoicing } from "./use-invoice.ts";

type Props = { invoicing: Invoicing; locale: string; corrects: string | null };

export function IssueDialog({ invoicing, locale, corrects }: Props) {
  const { asking, issuing, close, draft, dueOn, posting, after, write, billed } = invoicing;
  const { customer } = billed;
  const { issuedOn } = draft;
  const month = posting?.period ?? (issuedOn ? monthOf(issuedOn) : null);
  return (
    <ConfirmDialog
      title="Issue this invoice?"
      button="Issue"
      variant="primary"
      keep="Not yet"
      open={asking}
      pending={issuing.pending}
      fault={issuing.fault?.above ? issuing.fault : null}
      onClose={close}
      onConfirm={() => issuing.send(null)}
    >
      <p>
        {customer?.name} owes it from then on. It gets {draft.number.trim() || "the next number"} and can’t be
        changed any more, only voided or corrected{corrects ? `; ${corrects} is voided` : ""}.
      </p>
      <Sums invoicing={invoicing} locale={locale} />
      <dl className="grid gap-2 border-t border-line pt-3">
        {issuedOn ? <Fact name="Dated" value={formatDay(issuedOn, locale)} /> : null}
        {dueOn ? <Fact name="Due" value={formatDay(dueOn, locale)} /> : null}
        {month ? <Fact name="Posted in" value={formatMonth(month, locale)} /> : null}
        {customer && after ? (
          <FigureChanges
            account={customer}
            after={after}
            shown={figuresTold(customer.figures, after)}
            write={write}
          />
        ) : null}
      </dl>
      <OverLimit invoicing={invoicing} />
    </ConfirmDialog>
  );
}

/** Beside the balance, what there is of open credit and retainage, before or after. */
function figuresTold(now: AccountFigures, after: AccountFigures): Figure[] {
  const has = (pick: (of: AccountFigures) => number) => pick(now) > 0 || pick(after) > 0;
  return [
    "balance",
    ...(has((of) => of.openCreditCents) ? (["credit"] as const) : []),
    ...(has((of) => of.retainedCents) ? (["retained"] as const) : []),
  ];
}

const MEETS: Record<InvoicePolicy, string> = {
  warn: "It can be issued all the same: by the settings, a limit or a hold stops charges at the counter, not invoices.",
  ask: "By the settings it takes an approved override.",
  block: "By the settings it isn’t issued while that is so.",
};

const loadAsk = () => import("../../_override/ask-override.tsx");

function OverLimit({ invoicing: { billed, read, write, override } }: { invoicing: Invoicing }) {
  const form = useLater(loadAsk, override.isNeeded);
  const { customer } = billed;
  if (!customer) return null;
  const { invoicePolicy, figures } = customer;
  const invoicedCents = read.total.totalCents;
  const against = againstInvoice(customer, invoicedCents);
  return against === null ? null : (
    <Notice
      tone={invoicePolicy === "warn" ? "soon" : "late"}
      title={againstInvoiceWords(against, { figures, invoicedCents }, write)}
    >
      <p>{MEETS[invoicePolicy]}</p>
      {override.isNeeded && form ? (
        <div className="mt-3">
          <form.AskOverride
            ask={override.ask}
            then="Issue it now."
            amountCents={invoicedCents}
            override={override.override}
            onAsked={override.asked}
            write={write}
          />
        </div>
      ) : null}
    </Notice>
  );
}

function Fact({ name, value }: { name: string; value: string }) {
  return (
    <div className="flex flex-wrap items-baseline justify-between gap-x-4">
      <dt className="text-soft">{name}</dt>
      <dd className="font-medium">{value}</dd>
    </div>
  );
}
