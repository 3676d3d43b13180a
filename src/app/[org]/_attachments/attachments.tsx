// The files kept with something, for any page that shows it: read here, added and taken away in the browser.
import { apiFor } from "@/server/api.ts";
import { ATTACHED_TO, type Subject } from "@/domain/business/attachment.ts";
import { readCurrentMember } from "../_shell/current-member.ts";
import { AttachmentList } from "./attachment-list.tsx";

type Props = { org: string; subject: Subject; title?: string };

export async function Attachments({ org, subject, title = "Attachments" }: Props) {
  const [here, api] = await Promise.all([readCurrentMember(org), apiFor(org)]);
  const files = await api.attachments.list(subject);
  const { locale, zone } = here.org;
  return (
    <AttachmentList
      org={org}
      subject={subject}
      title={title}
      files={files}
      mayChange={here.permissions.includes(ATTACHED_TO[subject.kind])}
      place={{ locale, zone }}
    />
  );
}
