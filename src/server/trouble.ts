// Trouble that passes and is nobody's mistake: the database is away, too many ask at once, the disk is full. Whoever
// asked is told which, and whether anything of it may have been recorded; it is 503, and never "no" or "signed out".
import { awayIn } from "@/books/open.ts";
import { answerWith } from "./wire/answer-status.ts";
import { from } from "./wire/request.ts";

export type TroubleKind = "away" | "unknown" | "crowded" | "disk-full";
export type Trouble = { kind: TroubleKind; message: string };

const WORDS: Record<TroubleKind, { wrote: string; read: string }> = {
  away: {
    wrote: "The database can’t be reached right now. Nothing was recorded; try again in a moment.",
    read: "The database can’t be reached right now. Try again in a moment.",
  },
  unknown: {
    wrote:
      "The database went away while this was being recorded, so it isn’t known whether it was. Try again from here: it is never recorded twice.",
    read: "The database can’t be reached right now. Try again in a moment.",
  },
  crowded: {
    wrote: "Too much is being asked of the database right now. Nothing was recorded; try again in a moment.",
    read: "Too much is being asked of the database right now. Try again in a moment.",
  },
  "disk-full": {
    wrote: "The disk is full; nothing was recorded.",
    read: "The disk is full, and this can’t be worked out until there is room on it again.",
  },
};

/** null for everything else: a refusal, or a mistake of ours. */
export function troubleIn(error: unknown, wrote = true): Trouble | null {
  const kind = kindOf(error);
  return kind && { kind, message: WORDS[kind][wrote ? "wrote" : "read"] };
}

function kindOf(error: unknown): TroubleKind | null {
  const away = awayIn(error);
  if (away) return away.done === "unknown" ? "unknown" : away.crowded ? "crowded" : "away";
  return isDiskFull(error) ? "disk-full" : null;
}

/** As the database says it of a statement that it undid (53100), or the system of a file (ENOSPC). */
function isDiskFull(error: unknown): boolean {
  for (let at = error; at instanceof Error; at = at.cause) {
    const { code } = at as { code?: unknown };
    if (code === "53100" || code === "ENOSPC") return true;
  }
  return false;
}

/** The digest is all that a page's error boundary gets to see. */
export class Unavailable extends Error {
  readonly digest: string;
  readonly trouble: Trouble;

  constructor(trouble: Trouble, cause: unknown) {
    super(trouble.message, { cause });
    this.name = "Unavailable";
    this.trouble = trouble;
    this.digest = `trouble:${trouble.kind}`;
  }
}

/** Of a page whose turn doesn't come: too many of its own business wait. */
export const crowdedPage = (cause: unknown): Unavailable =>
  new Unavailable({ kind: "crowded", message: WORDS.crowded.read }, cause);

/** What a page throws instead, which only reads; its answer gets the status that says so. */
export function asUnavailable(error: unknown, requestId: string): unknown {
  const trouble = troubleIn(error, false);
  if (!trouble) return error;
  answerWith(requestId, 503);
  return new Unavailable(trouble, error);
}

/** The same, around a route handler. */
export const tellingTrouble =
  <Given extends readonly unknown[]>(answer: (...given: Given) => Promise<Response>) =>
  (...given: Given): Promise<Response> =>
    orTrouble(() => answer(...given));

/** For `.catch` in what a page reads by itself. */
export async function pageUnavailable(error: unknown): Promise<never> {
  throw asUnavailable(error, (await from()).requestId);
}

/** For what answers with a file: trouble is words and a status, anything else goes on. */
export async function orTrouble(work: () => Promise<Response>): Promise<Response> {
  try {
    return await work();
  } catch (error) {
    const trouble = troubleIn(error, false);
    if (!trouble) throw error;
    return new Response(trouble.message, {
      status: 503,
      headers: { "content-type": "text/plain; charset=utf-8", "retry-after": "5" },
    });
  }
}
