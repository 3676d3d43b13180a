// What a business's books say of a statement's seal, for anybody who has one. The same answer for a business that isn't there, a
// seal that isn't, and a statement from before they were sealed.
import { readBooks } from "@/books/open.ts";
import { checkIssued } from "@/books/statements/check-issued.ts";
import { Refusal } from "@/domain/refusal.ts";
import { StandingQuestion, type Standing } from "@/domain/statements/standing.ts";
import { operatorActor } from "./actor.ts";
import { limitVerify } from "./auth/open-door-limits.ts";
import { asDate, today } from "./clock.ts";
import { fromHeaders, type From } from "./wire/request.ts";
import { withinLimit } from "./wire/within-limit.ts";

const LARGEST_QUESTION = 1024;

/** Throws "too-many". */
export async function askIssued(question: unknown, from: From): Promise<Standing> {
  await limitVerify(from);
  const asked = StandingQuestion.safeParse(question);
  if (!asked.success) return { kind: "unknown" };
  const { business, seal } = asked.data;
  const actor = await operatorActor(business, from.requestId);
  if (!actor) return { kind: "unknown" };
  const dayOf = (instant: string) => today(actor.zone, asDate(instant));
  return readBooks(actor, (books) => checkIssued(books, seal, dayOf));
}

/** 429 with the seconds to wait. */
export async function answerIssued(request: Request): Promise<Response> {
  const sized = await withinLimit(request, LARGEST_QUESTION);
  const question: unknown = sized ? await sized.json().catch(() => null) : null;
  try {
    return Response.json(await askIssued(question, fromHeaders(request.headers)), {
      headers: { "cache-control": "private, no-store" },
    });
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== "too-many") throw error;
    return new Response(null, { status: 429, headers: { "cache-control": "private, no-store" } });
  }
}
