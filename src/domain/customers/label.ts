// Labels of a business's own on its customers. Without zod, so that a browser isn't sent it.

/** `uses`: how many customers have it. */
export type Label = { id: string; name: string; version: number; uses: number; archived: boolean };

/** One that can be chosen. */
export type LabelName = { id: string; name: string };

/** "Contractors, Weekly" */
export const labelWords = (labels: readonly LabelName[]): string => labels.map(({ name }) => name).join(", ");
