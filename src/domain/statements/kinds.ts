// The kinds of statements. Apart from their shape, so that a form is sent without it.

/**
 * Open item: what is still to be paid, and the credit that could pay it. Balance forward: what happened since a day on top
 * of the balance before it, and what is open. Activity: what happened since a day, and what each payment covered.
 */
export const STATEMENT_KINDS = ["open-item", "balance-forward", "activity"] as const;
export type StatementKind = (typeof STATEMENT_KINDS)[number];
