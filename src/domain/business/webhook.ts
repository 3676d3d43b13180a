// Webhooks: each event of the books, told to a program of the business at an address of its own. Strictly one after the other:
// the next isn't sent before the one before was taken, so that whoever adds them up has every account as it stands.
import type { EventKind } from "../ledger/account.ts";

export const WEBHOOK_STATES = ["active", "paused", "given-up"] as const;
export type WebhookState = (typeof WEBHOOK_STATES)[number];

/** "Credit memo" of "credit-memo". */
export function kindName(kind: EventKind): string {
  const words = kind.replaceAll("-", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** Seconds until the next try, by how many went wrong: soon at first, then hourly. */
const PAUSES = [5, 30, 120, 300, 900, 1800] as const;
export const pauseAfter = (tries: number): number => PAUSES[tries - 1] ?? 3600;

/** An endpoint that took nothing for so long is given up, and the admins hear of it. */
export const GIVE_UP_AFTER_SECONDS = 3 * 24 * 3600;
