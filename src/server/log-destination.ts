// Where the log goes. A disk without room, or a reader who is gone, never stops what is logged about: lines wait while a
// little memory can hold them, then they are dropped and counted, and the count is told once there is room again.
import { pino } from "pino";

const HELD_BYTES = 1024 * 1024;

type Destination = ReturnType<typeof pino.destination>;

/** `lost` is told how many lines were dropped, with the first write that went well after them. */
export function logDestination(lost: (count: number) => void, fd = 1): Destination {
  const to = pino.destination({ dest: fd, sync: true, maxLength: HELD_BYTES });
  let dropped = 0;
  // What couldn't be written stays, and is tried again with the next line.
  to.on("error", () => {});
  to.on("drop", () => void dropped++);
  to.on("write", () => {
    if (dropped === 0) return;
    const count = dropped;
    dropped = 0;
    setImmediate(lost, count);
  });
  return to;
}
