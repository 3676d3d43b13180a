"use client";
// The files of a draft, which are its invoice's when it is issued. Read apart from the page, so that what is being typed stays.
import { useCallback, useEffect, useState } from "react";
import type { Attachment } from "@/domain/business/attachment.ts";
import { api } from "@/server/client.ts";
import { Card, Section } from "@/ui/card.tsx";
import type { DateStyle } from "@/ui/instant.tsx";
import { AttachmentList } from "../../_attachments/attachment-list.tsx";

type Props = { org: string; draftId: string | null; place: DateStyle };

export function DraftFiles({ org, draftId, place }: Props) {
  const [files, setFiles] = useState<readonly Attachment[]>([]);
  const read = useCallback(() => {
    if (draftId === null) return;
    // What can't be read now is read after the next file; attaching goes on.
    api(org)
      .attachments.list.query({ kind: "draft", id: draftId })
      .then(setFiles, () => {});
  }, [org, draftId]);
  useEffect(read, [read]);
  if (draftId === null)
    return (
      <Section id="attachments" title="Attachments">
        <Card>
          <p className="px-4 py-3 text-soft">Files can be attached as soon as something of it is saved.</p>
        </Card>
      </Section>
    );
  const subject = { kind: "draft", id: draftId } as const;
  return (
    <AttachmentList
      org={org}
      subject={subject}
      title="Attachments"
      files={files}
      mayChange
      place={place}
      onChanged={read}
    />
  );
}
