"use client";
// The files of what was made on this very page. Read apart from the page, so that what is being typed, or was just said, stays.
import { useCallback, useEffect, useState } from "react";
import type { Attachment, Subject } from "@/domain/business/attachment.ts";
import { api } from "@/server/client.ts";
import type { DateStyle } from "@/ui/instant.tsx";
import { AttachmentList } from "./attachment-list.tsx";

type Props = { org: string; subject: Subject; place: DateStyle };

export function AttachmentsHere({ org, subject: { kind, id }, place }: Props) {
  const [files, setFiles] = useState<readonly Attachment[]>([]);
  const read = useCallback(() => {
    // What can't be read now is read after the next file; attaching goes on.
    api(org)
      .attachments.list.query({ kind, id })
      .then(setFiles, () => {});
  }, [org, kind, id]);
  useEffect(read, [read]);
  return (
    <AttachmentList
      org={org}
      subject={{ kind, id }}
      title="Attachments"
      files={files}
      mayChange
      place={place}
      onChanged={read}
    />
  );
}
