// How far a run is, pushed to whoever looks at it: one stream of events (server-sent) a person, looked up here once a second and
// sent when it has moved. A stream is short, and the browser opens the next one: nothing waits long for the last of them.
import { readBooks } from "@/books/open.ts";
import { readRun, readRunFigures } from "@/books/statements/runs.ts";
import type { Insider } from "./actor.ts";

const LOOK_MS = 1000;
/** As often as one stream looks. */
const LOOKS = 20;
const MOST_STREAMS = 50;

/** By person. */
const streams = new Map<string, AbortController>();

/** null where too many watch. A person's next stream ends the one before. */
export function runProgress(
  member: Insider,
  runId: string,
  signal: AbortSignal,
  pauseMs = LOOK_MS,
): ReadableStream<Uint8Array> | null {
  const person = member.subject;
  streams.get(person)?.abort();
  if (!streams.has(person) && streams.size >= MOST_STREAMS) return null;
  const own = new AbortController();
  streams.set(person, own);
  const ended = AbortSignal.any([own.signal, signal]);
  const events = progressEvents(member, runId, { ended, pauseMs });
  const text = new TextEncoder();
  const over = () => {
    own.abort();
    if (streams.get(person) === own) streams.delete(person);
  };
  return new ReadableStream({
    async pull(controller) {
      const next = await events.next().catch(() => ({ done: true as const, value: undefined }));
      if (next.done) {
        over();
        controller.close();
      } else controller.enqueue(text.encode(next.value));
    },
    cancel: over,
  });
}

type How = { ended: AbortSignal; pauseMs: number };

async function* progressEvents(
  member: Insider,
  runId: string,
  { ended, pauseMs }: How,
): AsyncGenerator<string, undefined> {
  // The browser opens the next one a second after this has closed.
  yield "retry: 1000\n\n";
  let told = "";
  for (let look = 0; look < LOOKS && !ended.aborted; look++) {
    const now = await readBooks(member, async (books) => {
      const { state } = await readRun(books, runId);
      return { state, ...(await readRunFigures(books, runId)) };
    });
    const isOver = now.state !== "rehearsing" && now.state !== "running";
    const text = JSON.stringify(now);
    if (text !== told || isOver) yield `event: ${isOver ? "over" : "moved"}\ndata: ${text}\n\n`;
    if (isOver) return undefined;
    told = text;
    await pause(pauseMs, ended);
  }
  return undefined;
}

const pause = (ms: number, ended: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (ended.aborted) return resolve();
    const timer = setTimeout(resolve, ms);
    ended.addEventListener(
      "abort",
      () => {
        clearTimeout(timer);
        resolve();
      },
      { once: true },
    );
  });
