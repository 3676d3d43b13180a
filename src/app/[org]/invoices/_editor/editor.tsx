"use client";
// The screen of an invoice that isn't issued yet: who is billed, for what, what it comes to, and issuing it. It saves itself.
import type { KeyboardEvent } from "react";
import { Notice } from "@/ui/notice.tsx";
import { Screen } from "@/ui/page.tsx";
import { BilledCustomer, type Adding } from "./billed-customer.tsx";
import { DraftFiles } from "./draft-files.tsx";
import { EDITOR } from "./focus-box.ts";
import { HeadFields } from "./head-fields.tsx";
import { IssueDialog } from "./issue-dialog.tsx";
import { Lines } from "./lines.tsx";
import { Meanwhile } from "./meanwhile.tsx";
import { NoteFields } from "./note-fields.tsx";
import { Summary, SummaryBar } from "./summary.tsx";
import { TaxChanged } from "./tax-changed.tsx";
import { useInvoice, type InvoiceContext } from "./use-invoice.ts";

type Props = InvoiceContext & { adding: Adding };

export function Editor({ adding, ...context }: Props) {
  const { org, place, opening } = context;
  const invoicing = useInvoice(context);
  const { corrects } = opening;
  function pressed(event: KeyboardEvent) {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey) || event.nativeEvent.isComposing) return;
    event.preventDefault();
    invoicing.ask();
  }
  return (
    <div id={EDITOR} role="presentation" onKeyDown={pressed}>
      <Screen title={corrects ? `Correct invoice ${corrects.number}` : "New invoice"}>
        <div className="grid items-start gap-6 wide:grid-cols-[minmax(0,1fr)_20rem]">
          <div className="grid min-w-0 gap-6">
            {corrects ? (
              <Notice title={`${corrects.number} stands until this one is issued`}>
                Then it is voided, and what had paid it is open credit again. Both will name each other.
              </Notice>
            ) : null}
            <Meanwhile org={org} invoicing={invoicing} locale={place.locale} />
            <TaxChanged before={opening.kept ? opening.draft : null} now={invoicing} locale={place.locale} />
            <div className="grid gap-4 rounded-card border border-line bg-card p-4 desk:p-5">
              <BilledCustomer org={org} adding={adding} locale={place.locale} invoicing={invoicing} />
              <HeadFields invoicing={invoicing} place={place} />
            </div>
            <Lines org={org} invoicing={invoicing} locale={place.locale} />
            <NoteFields invoicing={invoicing} />
            <DraftFiles org={org} draftId={invoicing.saving.kept?.draftId ?? null} place={place} />
          </div>
          <Summary org={org} invoicing={invoicing} locale={place.locale} />
          <SummaryBar invoicing={invoicing} />
        </div>
      </Screen>
      <IssueDialog invoicing={invoicing} locale={place.locale} corrects={corrects?.number ?? null} />
    </div>
  );
}
