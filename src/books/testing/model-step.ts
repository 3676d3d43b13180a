// One step of a random history: the numbers that a command is made of.
import type { Command } from "./model-command.ts";

export type Step = {
  kind: Command["do"];
  who: number;
  to: number;
  amount: number;
  mode: number;
  day: number;
  a: number;
  b: number;
  /** Sent at once with the one after it. */
  paired: boolean;
  /** Sent a second time under its key. */
  again: boolean;
};

export const at = <T>(list: readonly T[], n: number): T | undefined => list[n % Math.max(1, list.length)];
