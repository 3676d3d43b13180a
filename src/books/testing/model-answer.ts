// What the verbs answer to a command of the model's history.
/** What a verb may answer, as far as the model has to know it. */
export type Answer = {
  eventId?: number;
  feeEventId?: number | null;
  eventIds?: number[];
  depositId?: string;
  invoiceId?: string;
  number?: string;
  applied?: { itemId: number; amountCents: number }[];
  releasedEarmarks?: string[];
  overrideId?: string;
  /** Of a credit decision. */
  decisionId?: string;
  approved?: boolean;
  /** Of closing: the months, and how many events are in them. */
  changed?: string[];
  events?: number;
};

export function idsOf(answer: Answer | null): number[] {
  if (!answer) return [];
  return answer.eventIds ?? [answer.eventId, answer.feeEventId].filter((id) => typeof id === "number");
}
