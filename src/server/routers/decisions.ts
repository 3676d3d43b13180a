// Credit decisions: a till asks whether an amount may be charged, and says later what became of it.
import { z } from "zod";
import { decideCredit } from "@/books/receipts/credit-decisions.ts";
import {
  captureReservation,
  readDecision,
  readLiveReservations,
  releaseReservation,
} from "@/books/receipts/reservations.ts";
import {
  CapturedReservation,
  Decision,
  KeptDecision,
  LiveReservation,
  NewCapture,
  NewDecision,
  ReleasedReservation,
} from "@/domain/receipts/credit-decision.ts";
import { limitPin } from "../auth/pin-limits.ts";
import { allow, command, router } from "../trpc.ts";

export const decisionsRouter = router({
  /** Yes or no: both are answers. A yes keeps the room until it is captured, released or expires. */
  decide: command("receipt:record", { secret: ["buyerPin"], limit: limitPin })
    .input(NewDecision)
    .output(Decision)
    .mutation(({ ctx, input }) => decideCredit(ctx.books, input, ctx.member.locale)),

  /** Charges all or a part of what was reserved, and gives the rest back. */
  capture: command("receipt:record", { secret: ["signature"] })
    .input(NewCapture)
    .output(CapturedReservation)
    .mutation(({ ctx, input }) => captureReservation(ctx.books, input)),

  release: command("receipt:record")
    .input(z.strictObject({ decisionId: z.uuid() }))
    .output(ReleasedReservation)
    .mutation(({ ctx, input }) => releaseReservation(ctx.books, input)),

  read: allow("account:read")
    .input(z.strictObject({ decisionId: z.string().max(60) }))
    .output(KeptDecision)
    .query(({ ctx, input }) => readDecision(ctx.books, input.decisionId)),

  /** What is kept on an account just now. */
  live: allow("account:read")
    .input(z.strictObject({ accountId: z.uuid() }))
    .output(z.array(LiveReservation))
    .query(({ ctx, input }) => readLiveReservations(ctx.books, input.accountId)),
});
