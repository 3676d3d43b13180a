// A file that somebody brought, handed out: never shown as a page of ours, it is saved, by the kind that it is, and runs nothing.
import { SEALED } from "./headers.ts";
import { namedFile } from "./named-file.ts";

export const savedFile = (file: { name: string; mediaType: string; content: Uint8Array }): Response =>
  new Response(new Uint8Array(file.content), {
    headers: {
      "content-type": file.mediaType,
      "content-disposition": namedFile("attachment", file.name),
      "content-security-policy": SEALED,
      "cache-control": "private, no-store",
      "x-content-type-options": "nosniff",
    },
  });
