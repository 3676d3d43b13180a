// What the API tells of labels, and of who has them.
import { z } from "zod";
import { listOf } from "../values/answer-shapes.ts";

const Named = z.object({ id: z.string(), name: z.string() });

/** `uses`: how many customers have it. */
export const LabelsAnswer = listOf(
  Named.extend({ version: z.number().int(), uses: z.number().int(), archived: z.boolean() }),
);
export const LabelsOfAnswer = listOf(Named);
export const NewLabelAnswer = z.object({ id: z.string() });
export const LabelArchivedAnswer = z.object({ archived: z.boolean() });
export const LabelsSetAnswer = z.object({ labelIds: listOf(z.string()) });
export const LabelledAnswer = z.object({ changed: z.number().int() });
