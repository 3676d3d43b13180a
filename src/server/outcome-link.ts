// A change whose answer got lost may have been made. So a lost answer is never told as "nothing was changed": the books
// are asked by the command's key what became of it, and their answer is the answer. A form that is filled in anew with
// what was sent a moment ago is told so before it is sent again.
import { TRPCClientError, type TRPCLink } from "@trpc/client";
import { observable, type Unsubscribable } from "@trpc/server/observable";
import type { AppRouter } from "./routers/index.ts";
import { sentBefore, type SentCommands } from "./sent-commands.ts";

export type LookedUp = { state: "recorded"; answer?: unknown; recordedAt: string } | { state: "absent" };

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

export function outcomeLink({ outcome, sent, onRecovered, wait = pause }: Order): TRPCLink<AppRouter> {
  return () =>
    ({ next, op }) => {
      const commandKey = op.type === "mutation" ? keyIn(op.input) : null;
      if (commandKey === null) return next(op);
      return observable((observer) => {
        let running: Unsubscribable | null = null;
        let over = false;
        const answer = (data: unknown) => {
          observer.next({ result: { type: "data", data } } as Parameters<typeof observer.next>[0]);
          observer.complete();
        };
        const send = (key: string) => {
          const input = { ...(op.input as object), commandKey: key };
          sent.began(op.path, input);
          running = next({ ...op, input }).subscribe({
            next: (value) => {
              sent.answered(key, nameOf("data" in value.result ? value.result.data : null));
              observer.next(value);
            },
            complete: () => observer.complete(),
            error: (error) => {
              if (isAnswer(error)) {
                sent.forget(key);
                return void otherContent(error, key, outcome).then((words) =>
                  observer.error(words ? told("sent-before", words) : error),
                );
              }
              void lookUp(key, outcome, wait).then((found) => {
                if (over) return;
                if (found?.state !== "recorded")
                  return observer.error(found ? told("absent") : told("unknown"));
                sent.answered(key, nameOf(found.answer));
                onRecovered(nameOf(found.answer) ?? "It");
                answer(found.answer);
              });
            },
          });
        };
        void sentBefore(sent, { path: op.path, input: op.input as object, commandKey }, outcome).then(
          (before) => {
            if (over) return;
            if (before.state === "send") return send(before.commandKey);
            observer.error(told("sent-before", before.words));
          },
        );
        return () => {
          over = true;
          running?.unsubscribe();
        };
      });
    };
}

/** A refusal, a wrong field, a closed door: the server has decided. What it failed at, or what never came, is open. */
function isAnswer(error: unknown): boolean {
  const { data } = (error ?? {}) as { data?: { httpStatus?: number; refusal?: unknown } | null };
  if (!data) return false;
  return Boolean(data.refusal) || (data.httpStatus ?? 500) < 500;
}

/** The key was used for what the form said before it was changed: what became of that, in words; null for other faults. */
async function otherContent(error: unknown, key: string, outcome: Order["outcome"]): Promise<string | null> {
  const { data } = (error ?? {}) as { data?: { refusal?: { code?: string } | null } | null };
  if (data?.refusal?.code !== "key-reused") return null;
  const found = await outcome(key).catch(() => null);
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
