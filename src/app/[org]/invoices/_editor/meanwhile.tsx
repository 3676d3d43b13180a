"use client";
// What became of the draft elsewhere: a colleague changed it, issued it or discarded it.
import { DRAFT_FIELDS, tellField } from "@/domain/invoices/draft-edits.ts";
import { ButtonLink } from "@/ui/button-link.tsx";
import { EditConflictNotice } from "@/ui/edit-conflict.tsx";
import { Notice } from "@/ui/notice.tsx";
import { toInvoice, toInvoices } from "../../_shell/links.ts";
import type { Invoicing } from "./use-invoice.ts";

export function Meanwhile({ org, invoicing, locale }: { org: string; invoicing: Invoicing; locale: string }) {
  const { state, choosing, isUndecided } = invoicing.saving;
  const trouble = state.is === "refused" ? state.trouble : invoicing.issuing.fault;
  if (trouble?.code === "draft-closed") {
    const invoiceId = trouble.details["invoiceId"];
    return (
      <Notice tone="late" title="This draft was issued or discarded meanwhile">
        <p className="mb-2">Nothing that you typed since was kept there; it is still on this page.</p>
        {typeof invoiceId === "string" ? (
          <ButtonLink href={toInvoice(org, invoiceId)}>Open the invoice</ButtonLink>
        ) : (
          <ButtonLink href={toInvoices(org)}>To the invoices</ButtonLink>
        )}
      </Notice>
    );
  }
  return (
    <EditConflictNotice
      edit={choosing}
      words={DRAFT_FIELDS}
      tell={(field, text) => tellField(field, text, locale)}
      next={
        isUndecided
          ? " Choose what each of these shall be; then it is saved."
          : " Both are together now, and saved."
      }
    />
  );
}
