// Credit decisions of a till: may it be charged, and what became of it.
import { z } from "zod";
import {
  CapturedReservation,
  Decision,
  KeptDecision,
  LiveReservation,
  ReleasedReservation,
} from "@/domain/receipts/credit-decision.ts";
import { route, type Noun } from "../route.ts";

const decision = "/credit/decisions/{decision_id}" as const;

export const decisions: Noun = {
  name: "Credit decisions",
  says: "A till or a web shop asks whether an amount may be charged. A yes keeps the room until it is captured, released, or expires by itself.",
  routes: [
    route("decisions.decide", {
      method: "POST",
      path: "/credit/decisions",
      says: "Ask whether an amount may be charged",
      more: "Yes and no are both answers: `approved` says which, `because` why not, `would_pass` what would change it.",
      creates: true,
      answer: Decision,
    }),
    route("decisions.read", { method: "GET", path: decision, says: "Read a decision", answer: KeptDecision }),
    route("decisions.capture", {
      method: "POST",
      path: `${decision}/capture`,
      says: "Charge what was reserved",
      more: "All of it or less: the rest is given back. It makes a receipt with its house charge.",
      answer: CapturedReservation,
    }),
    route("decisions.release", {
      method: "POST",
      path: `${decision}/release`,
      says: "Give back what was reserved",
      answer: ReleasedReservation,
    }),
    route("decisions.live", {
      method: "GET",
      path: "/accounts/{account_id}/reservations",
      says: "List what is reserved on an account",
      answer: z.array(LiveReservation),
    }),
  ],
};
