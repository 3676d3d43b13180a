// What a webhook says of an event: as the API's list of all events has it, in the same names and amounts.
import { ToldEventAnswer, type ToldEvent } from "@/domain/business/told-event.ts";
import { answerShape } from "../rest/json-shape.ts";
import { planOf, toWire } from "../rest/plan.ts";

const PLAN = planOf(answerShape(ToldEventAnswer));

/** As it is sent and signed. */
export function webhookBody(event: ToldEvent): string {
  const { kind, recordedAt, currency } = event;
  return JSON.stringify({ type: kind, timestamp: recordedAt, data: toWire(event, PLAN, currency) });
}
