// Files kept with a customer or a document: which kinds, how large, how many (product.md B4).
export const ATTACHMENT_TYPES = ["image/png", "image/jpeg", "application/pdf"] as const;
export type AttachmentType = (typeof ATTACHMENT_TYPES)[number];

export const LARGEST_ATTACHMENT = 10 * 1024 * 1024;
export const MOST_ATTACHMENTS = 10;
