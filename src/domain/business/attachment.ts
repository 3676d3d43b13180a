// Files kept with a customer or a document: which kinds, how large, how many (product.md B4), told by their first bytes
// and not by what they call themselves.
import type { Permission } from "../permission.ts";

export const ATTACHMENT_TYPES = ["image/png", "image/jpeg", "application/pdf"] as const;
export type AttachmentType = (typeof ATTACHMENT_TYPES)[number];

export const LARGEST_ATTACHMENT = 10 * 1024 * 1024;
export const MOST_ATTACHMENTS = 10;
/** Of a picture of a person, which a browser makes small before it is sent. */
export const LARGEST_PHOTO = 512 * 1024;

/** What can be shown as somebody's picture. */
export const isPhoto = (type: AttachmentType): boolean => type !== "application/pdf";

/** What a file can hang on, and who may hang it there or take it away. */
export const ATTACHED_TO = {
  customer: "customer:write",
  receipt: "receipt:record",
  invoice: "invoice:write",
  draft: "invoice:write",
  payment: "payment:record",
  application: "limit:change",
  /** The one picture of who may charge. */
  buyer: "limit:change",
} as const satisfies Record<string, Permission>;
export type AttachedTo = keyof typeof ATTACHED_TO;

/**
 * Who may look at it: a bank's letter that came with an application is nobody's but theirs who decide; the face of who may charge
 * is looked at by who sells at the counter, who manages credit among them.
 */
export function maySeeFiles(kind: AttachedTo): Permission {
  if (kind === "application") return "limit:change";
  return kind === "buyer" ? "receipt:record" : "account:read";
}
export type Subject = { kind: AttachedTo; id: string };

export type Attachment = {
  attachmentId: string;
  name: string;
  mediaType: AttachmentType;
  size: number;
  attachedBy: string;
  attachedAt: string;
};

const SIGNATURES: readonly (readonly [AttachmentType, readonly number[]])[] = [
  ["image/png", [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
  ["image/jpeg", [0xff, 0xd8, 0xff]],
  ["application/pdf", [0x25, 0x50, 0x44, 0x46, 0x2d]],
];

/** null for what is none of the kinds that can be attached. */
export function typeOfFile(content: Uint8Array): AttachmentType | null {
  const found = SIGNATURES.find(([, bytes]) => bytes.every((byte, at) => content[at] === byte));
  return found ? found[0] : null;
}

const ENDINGS: Record<AttachmentType, RegExp> = {
  "image/png": /\.png$/i,
  "image/jpeg": /\.jpe?g$/i,
  "application/pdf": /\.pdf$/i,
};
const ENDING: Record<AttachmentType, string> = {
  "image/png": ".png",
  "image/jpeg": ".jpg",
  "application/pdf": ".pdf",
};
const LONGEST = 120;

/** A name to keep and to offer: no folders, no signs that hide or turn text around, and the ending of what it is. */
export function attachmentName(given: string, type: AttachmentType): string {
  const last = given.normalize("NFC").split(/[/\\]/).at(-1) ?? "";
  const plain = last
    .replace(/[\p{C}<>:"|?*]/gu, "")
    .replace(/\s+/g, " ")
    .replace(/^[. ]+|[. ]+$/g, "");
  const stem = plain.replace(ENDINGS[type], "");
  const ending = ENDINGS[type].exec(plain)?.[0] ?? ENDING[type];
  const short = [...stem].slice(0, LONGEST - ending.length).join("");
  return (short.trim() === "" ? "File" : short) + ending;
}

/** "1.4 MB" */
export function sizeText(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`;
  const [value, unit] = bytes < 1024 * 1024 ? [bytes / 1024, "kB"] : [bytes / 1024 / 1024, "MB"];
  const rounded = value < 10 ? Math.round(value * 10) / 10 : Math.round(value);
  return `${rounded} ${unit}`;
}
