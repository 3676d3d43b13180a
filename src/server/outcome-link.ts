// A change whose answer got lost may have been made. So a lost answer is never told as "nothing was changed": the books
// are asked by the command's key what became of it, and their answer is the answer. A form that is filled in anew with
// what was sent a moment ago is told so before it is sent again.
import { TRPCClientError, type OperationResultEnvelope, type TRPCLink } from "@trpc/client";
import { observable, observableToPromise } from "@trpc/server/observable";
import type { AppRouter } from "./routers/index.ts";
import { sentBefore, type LookedUp, type SentCommands } from "./sent-commands.ts";

/** How long to wait before each question to the books; after the last one it stays unknown. */
const PAUSES_MS = [0, 1000, 2000, 4000];

/** What is told instead of an answer, by the code that forms know it by. */
export const OUTCOME_WORDS = {
  unknown:
    "The answer got lost on its way, and the server can't be reached, so we don't know whether this was recorded. " +
    "Press the button again: it is recorded once, whatever became of the first try.",
  absent:
    "The answer got lost on its way. We looked: nothing was recorded. Press the button again to record it.",
  "sent-before": "The same was recorded before.",
} as const;
export type OutcomeCode = keyof typeof OUTCOME_WORDS;

const told = (code: OutcomeCode, words: string = OUTCOME_WORDS[code]) =>
  TRPCClientError.from<AppRouter>(new Error(words), { meta: { outcome: code } });

type Order = {
  outcome: (commandKey: string) => Promise<LookedUp>;
  sent: SentCommands;
  /** Something was recorded though its answer got lost. */
  onRecovered: (name: string) => void;
  wait?: (ms: number) => Promise<void>;
};

export function outcomeLink(order: Order): TRPCLink<AppRouter> {
  return () =>
    ({ next, op }) => {
      const commandKey = op.type === "mutation" ? keyIn(op.input) : null;
      if (commandKey === null) return next(op);
      const call = { path: op.path, input: op.input as object, commandKey };
      const sendAs = (key: string) =>
        observableToPromise(next({ ...op, input: { ...call.input, commandKey: key } }));
      return observable((observer) => {
        carry(call, sendAs, order)
          .then((answer) => {
            observer.next(answer);
            return observer.complete();
          })
          .catch((error: TRPCClientError<AppRouter>) => observer.error(error));
      });
    };
}

type Call = { path: string; input: object; commandKey: string };
type Answer = OperationResultEnvelope<unknown, TRPCClientError<AppRouter>>;

/** Looks whether it was sent before, sends it, and looks again where no answer came. */
async function carry(
  call: Call,
  sendAs: (key: string) => Promise<Answer>,
  { sent, outcome, onRecovered, wait = pause }: Order,
): Promise<Answer> {
  const before = await sentBefore(sent, call, outcome);
  if (before.state === "told") throw told("sent-before", before.words);
  const { commandKey: key } = before;
  sent.began(call.path, call.input, key);
  try {
    const answer = await sendAs(key);
    sent.answered(key, nameOf("data" in answer.result ? answer.result.data : null));
    return answer;
  } catch (error) {
    if (isAnswer(error)) {
      sent.forget(key);
      const words = await otherContent(error, key, outcome);
      throw words ? told("sent-before", words) : error;
    }
  }
  const found = await lookUp(key, outcome, wait);
  if (!found) throw told("unknown");
  if (found.state === "absent") throw told("absent");
  sent.answered(key, nameOf(found.answer));
  onRecovered(nameOf(found.answer) ?? "It");
  return { result: { type: "data", data: found.answer } };
}

/**
 * A refusal, a wrong field, a closed door: the server has decided. So it has where it says that the database was away
 * before anything was done, or that its disk is full. What it failed at, or what never came, is open.
 */
function isAnswer(error: unknown): boolean {
  const { data } = (error ?? {}) as { data?: Said | null };
  if (!data) return false;
  if (data.trouble) return data.trouble !== "unknown";
  return Boolean(data.refusal) || (data.httpStatus ?? 500) < 500;
}

type Said = { httpStatus?: number; refusal?: unknown; trouble?: string | null };

/** The key was used for what the form said before it was changed: what became of that, in words; null for other faults. */
async function otherContent(error: unknown, key: string, outcome: Order["outcome"]): Promise<string | null> {
  const { data } = (error ?? {}) as { data?: { refusal?: { code?: string } | null } | null };
  const found = data?.refusal?.code === "key-reused" ? await lookUp(key, outcome, async () => {}) : null;
  if (found?.state !== "recorded") return null;
  const name = nameOf(found.answer);
  return `What you sent before was recorded${name ? ` as ${name}` : ""}, as it stood then. Press the button again only if this is to be recorded besides.`;
}

async function lookUp(key: string, outcome: Order["outcome"], wait: (ms: number) => Promise<void>) {
  for (const ms of PAUSES_MS) {
    await wait(ms);
    const found = await outcome(key).catch(() => null);
    if (found) return found;
  }
  return null;
}

/** "R-00007", or "Event 8123": what a person looks for. */
export function nameOf(answer: unknown): string | null {
  if (answer === null || typeof answer !== "object") return null;
  const { number, eventId } = answer as { number?: unknown; eventId?: unknown };
  if (typeof number === "string") return number;
  return typeof eventId === "number" ? `Event ${eventId}` : null;
}

function keyIn(input: unknown): string | null {
  const key = input && typeof input === "object" ? (input as { commandKey?: unknown }).commandKey : null;
  return typeof key === "string" ? key : null;
}

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
