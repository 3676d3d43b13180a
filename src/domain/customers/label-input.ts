// What is said of labels, to make them, change them, and put them on customers.
import { z } from "zod";
import { MOST_LABELS } from "./label.ts";
import { writtenText } from "../values/written-text.ts";

const LabelText = writtenText("Enter a name.").max(60, "Shorten it to 60 characters.");

export const NewLabel = z.strictObject({ name: LabelText });
export type NewLabel = z.output<typeof NewLabel>;

export const RenamedLabel = z.strictObject({
  id: z.uuid(),
  version: z.number().int().positive(),
  name: LabelText,
});
export type RenamedLabel = z.output<typeof RenamedLabel>;

export const PutAwayLabel = z.strictObject({ id: z.uuid(), away: z.boolean() });
export type PutAwayLabel = z.output<typeof PutAwayLabel>;

/** One label, put on many customers or taken off them. */
export const LabelledCustomers = z.strictObject({
  labelId: z.uuid(),
  customerIds: z.array(z.uuid()).min(1).max(200),
  on: z.boolean(),
});
export type LabelledCustomers = z.output<typeof LabelledCustomers>;

/** The labels of one customer as they were seen, and as they are to be: what else was put on or taken off meanwhile stays so. */
export const CustomerLabels = z.strictObject({
  customerId: z.uuid(),
  seenIds: z.array(z.uuid()).max(MOST_LABELS),
  labelIds: z.array(z.uuid()).max(MOST_LABELS),
});
export type CustomerLabels = z.output<typeof CustomerLabels>;
