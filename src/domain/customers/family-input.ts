// A customer's place in a family: its parent, and whether a parent's limit is its children's, too.
import { z } from "zod";

/** `parentId`: null for none. */
export const ParentChoice = z.strictObject({ customerId: z.uuid(), parentId: z.uuid().nullable() });
export type ParentChoice = z.output<typeof ParentChoice>;

export const LimitSharing = z.strictObject({ customerId: z.uuid(), shares: z.boolean() });
export type LimitSharing = z.output<typeof LimitSharing>;
