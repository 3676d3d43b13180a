// Labels of a business's own on its customers. Without zod, so that a browser isn't sent it.

/** `uses`: how many customers have it. */
export type Label = { id: string; name: string; version: number; uses: number; archived: boolean };

/** One that can be chosen. */
export type LabelName = { id: string; name: string };

/** On one customer, as the database has it (labels_counted). */
export const MOST_LABELS = 50;

/** "Contractors, Weekly" */
export const labelWords = (labels: readonly LabelName[]): string => labels.map(({ name }) => name).join(", ");
