// Sends one file to be attached, and says how far it is: fetch can't tell what of a body has gone out.
import type { Attachment, Subject } from "@/domain/business/attachment.ts";
import { toAttachment, toAttachments } from "../_shell/links.ts";

type Sending = { org: string; subject: Subject; file: File; key: string; progress: (part: number) => void };

/** Throws what a procedure would throw, for `faultOf` to read. */
export function uploadFile({ org, subject, file, key, progress }: Sending): Promise<Attachment> {
  const { promise, resolve, reject } = Promise.withResolvers<Attachment>();
  const request = new XMLHttpRequest();
  request.open("POST", toAttachments(org, { ...subject, name: file.name, key }));
  request.setRequestHeader("content-type", file.type || "application/octet-stream");
  request.responseType = "json";
  request.upload.addEventListener("progress", ({ loaded, total }) =>
    progress(total > 0 ? loaded / total : 0),
  );
  request.addEventListener("load", () => {
    if (request.status === 200) resolve(request.response as Attachment);
    else reject(request.response);
  });
  request.addEventListener("error", () => reject(null));
  request.send(file);
  return promise;
}

export async function removeFile(org: string, attachmentId: string): Promise<void> {
  const answer = await fetch(toAttachment(org, attachmentId), { method: "DELETE" });
  if (!answer.ok) throw await answer.json();
}
