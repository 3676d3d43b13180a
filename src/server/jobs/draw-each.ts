// Whose fault it is that a paper isn’t drawn. What passes by itself isn’t a paper’s: that the database is away stops the run, which
// is gone on with; a queue that is full is waited for; a thread that is lost draws again. Only a paper that fails by itself, again
// and again, is told as one that can’t be drawn, and leaves the others alone.
import { BrokenClaim } from "@/domain/assert.ts";
import { Refusal } from "@/domain/refusal.ts";
import { TRY_AGAIN } from "../heavy/waiting-lines.ts";

/** By itself, before it is the paper’s fault. */
const TRIES = 3;
const PAUSE_MS = 200;

export type Drawing<Waiting, Ready> = {
  /** Out of the books, what they are drawn from. */
  read: (batch: readonly Waiting[]) => Promise<Ready>;
  /** In their order. */
  draw: (ready: Ready) => Promise<Uint8Array[]>;
  /** Left out, real time passes. */
  pause?: (milliseconds: number) => Promise<void>;
};

export type Drawn<Waiting> = {
  papers: { of: Waiting; pdf: Uint8Array }[];
  faulty: { of: Waiting; error: unknown }[];
};

/** Throws what isn’t the fault of any of them. */
export async function drawEach<Waiting, Ready>(
  waiting: readonly Waiting[],
  drawing: Drawing<Waiting, Ready>,
): Promise<Drawn<Waiting>> {
  const [only] = waiting;
  for (let tries = 1; ; tries++) {
    const outcome = await drawOnce(waiting, drawing);
    if ("papers" in outcome) return { papers: outcome.papers, faulty: [] };
    if (only === undefined || waiting.length > 1) return oneByOne(waiting, drawing);
    if (tries === TRIES || isTooMuch(outcome.error))
      return { papers: [], faulty: [{ of: only, error: outcome.error }] };
    await (drawing.pause ?? realPause)(PAUSE_MS);
  }
}

async function drawOnce<Waiting, Ready>(
  waiting: readonly Waiting[],
  { read, draw, pause = realPause }: Drawing<Waiting, Ready>,
): Promise<Pick<Drawn<Waiting>, "papers"> | { error: unknown }> {
  const ready = await read(waiting).then(
    (value) => ({ value }),
    (error: unknown) => {
      // What a paper should have and hasn’t is its own fault; all else is the database’s.
      if (error instanceof BrokenClaim) return { error };
      throw error;
    },
  );
  if ("error" in ready) return ready;
  for (;;) {
    try {
      const pdfs = await draw(ready.value);
      return { papers: waiting.flatMap((of, at) => (pdfs[at] ? [{ of, pdf: pdfs[at] }] : [])) };
    } catch (error) {
      if (!(error instanceof Refusal && error.code === "crowded")) return { error };
      await pause(TRY_AGAIN * 1000);
    }
  }
}

async function oneByOne<Waiting, Ready>(
  waiting: readonly Waiting[],
  drawing: Drawing<Waiting, Ready>,
): Promise<Drawn<Waiting>> {
  const all: Drawn<Waiting> = { papers: [], faulty: [] };
  for (const one of waiting) {
    const { papers, faulty } = await drawEach([one], drawing);
    all.papers.push(...papers);
    all.faulty.push(...faulty);
  }
  return all;
}

const realPause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Stopped for its time or memory: by itself it takes no less. */
const isTooMuch = (error: unknown): boolean => error instanceof Refusal && error.code === "too-much-work";
