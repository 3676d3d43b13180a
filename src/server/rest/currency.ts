// The currency of the amounts in a request: that of the account, or of the document, that it names. It never changes, so it
// is looked up once.
import { z } from "zod";
import { readCurrencyNamed, type MoneyNamed } from "@/books/ledger/currency-named.ts";
import { readBooks } from "@/books/open.ts";
import { tenantOf, type KeyActor } from "../actor.ts";
import { Problem } from "./problem.ts";
import { wireName } from "./wire-names.ts";

const NAMES: readonly MoneyNamed[] = ["accountId", "paymentId", "invoiceId", "receiptId", "decisionId"];
const MOST_KEPT = 20_000;
const kept = new Map<string, string>();

/**
 * `said` is what the request says it is; another one than the account's is refused. What names nothing of the kind, or
 * something that isn't here, is in the business's own, and what isn't here its procedure refuses.
 */
export async function currencyOf(
  actor: KeyActor,
  input: Readonly<Record<string, unknown>>,
  said: unknown,
): Promise<string> {
  const found = await currencyNamed(actor, input);
  if (said !== undefined && found !== null && said !== found)
    throw new Problem("invalid", [{ field: "currency", detail: `The amounts are in ${found}.` }]);
  return found ?? actor.currency;
}

async function currencyNamed(
  actor: KeyActor,
  input: Readonly<Record<string, unknown>>,
): Promise<string | null> {
  for (const name of NAMES) {
    const id = z.uuid().safeParse(input[wireName(name)]);
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
