// Sends one file to be imported, says how far it is, and can be stopped: fetch can't tell what of a body has gone out.
import type { ImportKind } from "@/domain/imports/fields.ts";
import { toImportUpload } from "../_shell/links.ts";

export const ACCEPTED = [".csv", ".tsv", ".txt", ".iif", ".xlsx"];
const LARGEST_BYTES = 100 * 1024 * 1024;

/** Told before anything is sent; null when it can be. */
export function wrongWith({ name, size }: { name: string; size: number }): string | null {
  if (size === 0) return `${name} is empty.`;
  if (size > LARGEST_BYTES)
    return `${name} is larger than 100 MB, which is what can be imported at once. Split it.`;
  const isTaken = ACCEPTED.some((ending) => name.toLowerCase().endsWith(ending));
  return isTaken ? null : `${name} is of another kind. Save it as CSV or .xlsx and choose it again.`;
}

type Sending = { org: string; kind: ImportKind; file: File; key: string; progress: (part: number) => void };

/** Rejects with what a procedure would throw, for `faultOf` to read; `stop` lets it never settle. */
export function sendFile({ org, kind, file, key, progress }: Sending) {
  const { promise, resolve, reject } = Promise.withResolvers<{ fileId: string }>();
  const request = new XMLHttpRequest();
  request.open("POST", toImportUpload(org, { kind, name: file.name, key }));
  request.setRequestHeader("content-type", "application/octet-stream");
  request.responseType = "json";
  request.upload.addEventListener("progress", ({ loaded, total }) =>
    progress(total > 0 ? loaded / total : 0),
  );
  request.addEventListener("load", () => {
    if (request.status === 200) resolve(request.response as { fileId: string });
    else reject(request.response);
  });
  request.addEventListener("error", () => reject(null));
  request.send(file);
  return { sent: promise, stop: () => request.abort() };
}
