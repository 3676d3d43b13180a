// A draft of an invoice, opened again by whoever may bill: the same screen as a new one.
import type { Metadata } from "next";
import { inLocale } from "@/domain/invoices/draft-locale.ts";
import { apiFor } from "@/server/api.ts";
import { readCurrentMember } from "../../../_shell/current-member.ts";
import { NotAllowed } from "../../../_shell/not-allowed.tsx";
import { addingOf } from "../../_editor/adding.ts";
import { Editor } from "../../_editor/editor.tsx";
import { ClosedDraft } from "./closed-draft.tsx";
import { readDraftPage } from "./read-draft.ts";

export const metadata: Metadata = { title: "Draft of an invoice" };

type Props = PageProps<"/[org]/invoices/drafts/[draft]">;

export default async function DraftPage({ params }: Props) {
  const { org, draft: draftId } = await params;
  const here = await readCurrentMember(org);
  if (!here.permissions.includes("invoice:write"))
    return <NotAllowed title="Draft of an invoice" to="writing invoices" permission="invoice:write" />;
  const open = await readDraftPage(org, draftId);
  if ("closed" in open) return <ClosedDraft org={org} invoiceId={open.closed} />;
  const api = await apiFor(org);
  const { customerId, issuedOn } = open.draft;
  const mayVoid = open.corrects !== null && here.permissions.includes("event:reverse");
  const [ground, customer, voiding] = await Promise.all([
    api.invoiceDrafts.ground({ customerId, issuedOn }),
    customerId ? api.invoiceDrafts.customer({ customerId }) : null,
    mayVoid && open.corrects ? api.events.previewReversal({ eventId: open.corrects.eventId }) : null,
  ]);
  const { locale, zone, currency, today } = here.org;
  return (
    <Editor
      key={draftId}
      org={org}
      place={{ locale, zone, today, currency, ground }}
      opening={{
        kept: { draftId: open.draftId, version: open.version },
        draft: inLocale(open.draft, locale),
        corrects: open.corrects,
        customer,
        voiding: voiding?.effect ?? null,
      }}
      adding={addingOf(here)}
    />
  );
}
