"use client";
// The files of a draft, which are its invoice's when it is issued. Read apart from the page, so that what is being typed stays.
import { Card, Section } from "@/ui/card.tsx";
import type { DateStyle } from "@/ui/instant.tsx";
import { AttachmentsHere } from "../../_attachments/attachments-here.tsx";

type Props = { org: string; draftId: string | null; place: DateStyle };

export function DraftFiles({ org, draftId, place }: Props) {
  if (draftId === null)
    return (
      <Section id="attachments" title="Attachments">
        <Card>
          <p className="px-4 py-3 text-soft">Files can be attached as soon as something of it is saved.</p>
        </Card>
      </Section>
    );
  return <AttachmentsHere org={org} subject={{ kind: "draft", id: draftId }} place={place} />;
}
