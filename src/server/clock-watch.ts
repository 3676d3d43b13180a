// Tells when the machine's clock jumps: "today", due dates and "as known at" all hang on it. A clock that nobody sets goes
// on beside it, and what the two differ by, the wall clock was moved. The last look is kept in a file, so that what
// happened while nothing ran is noticed, too.
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { env } from "@/env.ts";
import { now } from "./clock.ts";
import { log } from "./log.ts";

const DAY_MS = 86_400_000;
const EVERY_MS = 60_000;

/** `steady` counts from the machine's start, which `start` names; what ran before another start can't be compared by it. */
export type Look = { wall: number; steady: number; start: string };

/** By how many days it was moved, ahead or (below zero) back, and where the wall clock stood after that. */
export type ClockMoved = { days: number; at: string };

/**
 * By how many days the clock was moved between two looks, where that is more than one. Over a start of the machine only
 * the way back is seen: how long it stood still isn't known.
 */
export function movedBetween(last: Look, next: Look): number | null {
  const passed = next.start === last.start ? next.steady - last.steady : 0;
  const moved = (next.wall - last.wall - passed) / DAY_MS;
  if (next.start !== last.start && moved > 0) return null;
  return Math.abs(moved) > 1 ? moved : null;
}

/** Kept on globalThis: a bundler may load this module twice. */
const kept = globalThis as typeof globalThis & { onaccountClock?: { moved: ClockMoved; steady: number } };

/** What the pages say of it: for a day, or until the server is started again by whoever has set the clock. */
export function clockMoved(steady = look().steady): ClockMoved | null {
  const { onaccountClock: told } = kept;
  return told && steady - told.steady < DAY_MS ? told.moved : null;
}

export const forgetClockMoved = (): void => void delete kept.onaccountClock;

/** To be called now and then: notices, tells, and keeps the look in `file` for the one after a start. */
export function clockWatch(file: string, read: () => Look = look): () => void {
  let last = readLook(file);
  return () => {
    const next = read();
    const days = last ? movedBetween(last, next) : null;
    last = next;
    keepLook(file, next);
    if (days !== null) tell(days, next);
  };
}

export function watchClock(): void {
  const watch = clockWatch(path.join(env().DATA_DIR, "clock.json"));
  watch();
  setInterval(watch, EVERY_MS).unref();
}

function tell(days: number, { wall, steady }: Look): void {
  kept.onaccountClock = { moved: { days, at: new Date(wall).toISOString() }, steady };
  const by = `${Math.abs(Math.round(days))} days ${days > 0 ? "ahead" : "back"}`;
  log().error(
    { days },
    `the machine's clock jumped ${by}: if that is wrong, set it and start again before anything else is recorded, ` +
      "since days and instants are taken from it.",
  );
}

/** Linux counts the time in which it slept, too; elsewhere the process's own clock stands still meanwhile. */
function look(): Look {
  const wall = now().getTime();
  if (process.platform !== "linux")
    return { wall, steady: performance.now(), start: `process ${process.pid}` };
  return { wall, steady: os.uptime() * 1000, start: bootId() };
}

function bootId(): string {
  try {
    return fs.readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim();
  } catch {
    return `process ${process.pid}`;
  }
}

function readLook(file: string): Look | null {
  try {
    const { wall, steady, start } = JSON.parse(fs.readFileSync(file, "utf8")) as Partial<Look>;
    if (typeof wall !== "number" || typeof steady !== "number" || typeof start !== "string") return null;
    return { wall, steady, start };
  } catch {
    return null; // the first start, or half a file
  }
}

/** A full disk must not stop whoever watches. */
function keepLook(file: string, next: Look): void {
  try {
    fs.writeFileSync(file, JSON.stringify(next));
  } catch (error) {
    log().debug({ code: (error as NodeJS.ErrnoException).code }, "the clock's last look can't be kept");
  }
}
