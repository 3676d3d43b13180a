// The currency of the amounts in a request and in its answer: that of the account, or of the document, that is named in them. It
// never changes, so it is looked up once.
import { z } from "zod";
import { MONEY_NAMED, readCurrencyNamed } from "@/books/ledger/currency-named.ts";
import { readBooks } from "@/books/open.ts";
import { tenantOf, type KeyActor } from "../actor.ts";
import type { Plan } from "./plan.ts";
import { Problem } from "./problem.ts";

const MOST_KEPT = 20_000;
const kept = new Map<string, string>();

/**
 * Of the amounts that are sent. `said` is what the request says it is; another one than the account's is refused. What names
 * nothing of the kind, or something that isn't here, is in the business's own, and what isn't here its procedure refuses.
 */
export async function currencySent(actor: KeyActor, named: object, said: unknown): Promise<string> {
  const found = await currencyNamed(actor, named);
  if (said !== undefined && found !== null && said !== found)
    throw new Problem("invalid", [{ field: "currency", detail: `The amounts are in ${found}.` }]);
  return found ?? actor.currency;
}

/** Of amounts in an answer that don't say their own: that of what the request or the answer names. */
export const currencyTold = async (actor: KeyActor, input: object, answer: unknown): Promise<string> =>
  (await currencyNamed(actor, { ...asObject(answer), ...input })) ?? withinOf(answer) ?? actor.currency;

async function currencyNamed(actor: KeyActor, named: object): Promise<string | null> {
  const ids = new Map<string, unknown>(Object.entries(named));
  for (const name of MONEY_NAMED) {
    const id = z.uuid().safeParse(ids.get(name));
    if (!id.success) continue;
    const key = `${tenantOf(actor)} ${name} ${id.data}`;
    const known =
      kept.get(key) ?? (await readBooks(actor, (books) => readCurrencyNamed(books, name, id.data)));
    if (known === null) return null;
    if (kept.size >= MOST_KEPT) kept.clear();
    kept.set(key, known);
    return known;
  }
  return null;
}

/** What a part of the answer says of its own: the others are of the same account. */
function withinOf(answer: unknown): string | null {
  const own = Object.values(asObject(answer))
    .map((part) => new Map<string, unknown>(Object.entries(asObject(part))).get("currency"))
    .find((each) => typeof each === "string");
  return own ?? null;
}

const asObject = (value: unknown): object => (typeof value === "object" && value !== null ? value : {});

/** Whether there are amounts in it with no currency beside or around them. */
export function leavesCurrency(plan: Plan, isSaid = false): boolean {
  const says = isSaid || plan.fields.has("currency");
  const parts = [...plan.fields.values()].map((field) => field.plan);
  if (!says && parts.some(({ isMoney }) => isMoney)) return true;
  return [...parts, ...(plan.items ? [plan.items] : [])].some((part) => leavesCurrency(part, says));
}
