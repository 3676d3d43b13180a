// A file that is sent while it is made: the body of an answer, no more of it in memory than whoever fetches it leaves behind.
import { log } from "../log.ts";

type Send = (piece: string | Uint8Array, stillThere: () => Promise<unknown>) => Promise<void>;

/** This much may wait to be fetched before the work waits, too. */
const AHEAD = 1024 * 1024;
/** The database ends a transaction that idles for ten seconds; a slow line gets a minute. */
const NUDGE_MS = 5_000;
const NUDGES = 12;
/** However it is fetched, a file holds its connection no longer. */
const LONGEST_MS = 30 * 60_000;

/** What `work` sends, as the body of an answer. It begins with the first piece, so that what fails before it is no file. */
export async function streamed(work: (send: Send) => Promise<void>): Promise<ReadableStream<Uint8Array>> {
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>(
    {},
    new ByteLengthQueuingStrategy({ highWaterMark: AHEAD }),
    new ByteLengthQueuingStrategy({ highWaterMark: AHEAD }),
  );
  const writer = writable.getWriter();
  const encoder = new TextEncoder();
  const begun = Promise.withResolvers<null>();
  const startedAt = performance.now();
  const done = work(async (piece, stillThere) => {
    if (performance.now() - startedAt > LONGEST_MS) throw new Error("it is fetched too slowly");
    const sent = writer.write(typeof piece === "string" ? encoder.encode(piece) : piece);
    sent.catch(() => {});
    begun.resolve(null);
    for (let nudge = 0; !(await fetched(writer.ready)); nudge++) {
      if (nudge === NUDGES) throw new Error("nobody fetches it");
      await stillThere();
    }
  });
  done
    .then(
      () => writer.close(),
      (error: unknown) => {
        begun.reject(error);
        log().info({ err: error }, "a file was not sent to its end");
        return writer.abort(error);
      },
    )
    .catch(() => {});
  await begun.promise;
  return readable;
}

/** Whether there is room for more, before it's time for a nudge. A reader who went away is an error. */
async function fetched(ready: Promise<unknown>): Promise<boolean> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), NUDGE_MS);
  });
  try {
    return await Promise.race([ready.then(() => true), late]);
  } finally {
    clearTimeout(timer);
  }
}
