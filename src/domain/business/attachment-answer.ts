// What the API tells of a picture that hangs on who may charge.
import { z } from "zod";
import { AnyInstant } from "../values/answer-shapes.ts";
import { ATTACHMENT_TYPES } from "./attachment.ts";

export const RemovedPhotoAnswer = z.object({ removed: z.boolean() });
export const PhotoAnswer = z.object({
  attachmentId: z.string(),
  name: z.string(),
  mediaType: z.enum(ATTACHMENT_TYPES),
  size: z.number().int(),
  attachedBy: z.string(),
  attachedAt: AnyInstant,
});
