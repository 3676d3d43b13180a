// Whose page is rendered next. One loop renders them all, so a business that asks for page after page, or for long ones,
// would have everyone else wait behind its own. What a business used beyond its share waits for others, a moment at most.
import { Refusal } from "@/domain/refusal.ts";
import { FairShares } from "./heavy/fair-shares.ts";
import { answerWith, whenAnswered } from "./wire/answer-status.ts";
import { crowdedPage } from "./trouble.ts";

const TURNS = { atWorkEach: 3, longestWait: 400, waiting: 400, waitingEach: 100 };

/** A page that takes longer waits for something else than the loop, and holds up nobody. */
const LONGEST_TURN = 1000;

/** Next bundles each route apart; there is one queue for all of them. */
const kept = globalThis as typeof globalThis & { onaccountPageTurns?: FairShares };

/** Resolves when this request's page may be rendered; its turn ends with its answer. Throws Unavailable when too many wait. */
export async function takePageTurn(business: string, requestId: string): Promise<void> {
  const answered = whenAnswered(requestId);
  if (!answered || answered.aborted) return;
  const turns = (kept.onaccountPageTurns ??= new FairShares(TURNS));
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const render = () => {
    resolve();
    return ended(answered);
  };
  turns.run(business, render, answered).catch(reject);
  await promise.catch((error: unknown) => {
    if (!(error instanceof Refusal)) throw error;
    answerWith(requestId, 503);
    throw crowdedPage(error);
  });
}

function ended(answered: AbortSignal): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const clock = setTimeout(resolve, LONGEST_TURN);
  answered.addEventListener("abort", () => resolve(), { once: true });
  return promise.finally(() => clearTimeout(clock));
}
