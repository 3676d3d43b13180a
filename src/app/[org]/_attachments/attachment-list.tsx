"use client";
// The files kept with something: each to save, to take away, and a way to attach another, with how far it is.
import { FileText, Image as Picture } from "lucide-react";
import { sizeText, type Attachment, type Subject } from "@/domain/business/attachment.ts";
import { Card, Section } from "@/ui/card.tsx";
import { InstantText, type DateStyle } from "@/ui/instant.tsx";
import { toAttachment } from "../_shell/links.ts";
import { AttachFile } from "./attach-file.tsx";
import { RemoveFile } from "./remove-file.tsx";

type Props = {
  org: string;
  subject: Subject;
  title: string;
  files: readonly Attachment[];
  mayChange: boolean;
  place: DateStyle;
  /** Left out, the page is read again. */
  onChanged?: (() => void) | undefined;
};

export function AttachmentList({ org, subject, title, files, mayChange, place, onChanged }: Props) {
  return (
    <Section id="attachments" title={title} note={files.length > 0 ? `${files.length} of 10 files` : null}>
      <Card>
        {files.length > 0 ? (
          <ul className="divide-y divide-line">
            {files.map((file) => (
              <li key={file.attachmentId} className="flex items-center gap-3 px-4 py-2.5">
                <File org={org} file={file} place={place} />
                {mayChange ? <RemoveFile org={org} file={file} onChanged={onChanged} /> : null}
              </li>
            ))}
          </ul>
        ) : (
          <p className="px-4 py-3 text-soft">
            No files yet. A signed copy, a delivery note or a picture of the check can be kept here.
          </p>
        )}
        {mayChange ? (
          <div className="border-t border-line px-4 py-3 print:hidden">
            <AttachFile org={org} subject={subject} count={files.length} onChanged={onChanged} />
          </div>
        ) : null}
      </Card>
    </Section>
  );
}

function File({ org, file, place }: { org: string; file: Attachment; place: DateStyle }) {
  const Icon = file.mediaType === "application/pdf" ? FileText : Picture;
  return (
    <>
      <Icon aria-hidden="true" className="size-4 shrink-0 text-soft" />
      <div className="min-w-0 flex-1">
        <a
          href={toAttachment(org, file.attachmentId)}
          download={file.name}
          className="font-medium wrap-anywhere text-link"
        >
          {file.name}
        </a>
        <p className="text-13 text-soft">
          {sizeText(file.size)} · {file.attachedBy} · <InstantText at={file.attachedAt} {...place} />
        </p>
      </div>
    </>
  );
}
