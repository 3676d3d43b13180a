// Finding a customer among 50,000 while one types: every kind of input, as the counter asks it, from the question to the
// rows; beside the shortest question one can ask the same database.
import { findCustomers } from "@/books/customers/customer-search.ts";
import { makeData } from "./data.ts";
import { nameCustomers } from "./names.ts";
import { tenantOf } from "./stock.ts";
import { percentile, round, timed, type Part } from "./table.ts";

const CUSTOMERS = 50_000;

const SAID: Record<string, readonly string[]> = {
  "one letter": ["s", "g", "j", "4", "c"],
  "two letters": ["sm", "gr", "be", "42", "c-"],
  "a name": ["smith", "james smith", "greenleaf landscaping", "nguyen", "kowalski"],
  "words that very many share": [
    "landscaping",
    "example",
    "call before delivery",
    "gate code",
    "cedar paving",
  ],
  "a number": ["C-00042", "c-31415", "42", "C-499", "27182"],
  "a phone": ["5556330", "(555) 633-4303", "555-010-1910", "0101910", "6334303"],
  "a slip of the keys": ["greanleaf", "smiht", "landscpaing", "kowaslki", "jams smth"],
  nobody: ["zzzzzz", "xylophone", "unobtainium widgets", "qqq", "smith james greenleaf roof"],
};

export async function benchSearch(): Promise<Part> {
  const business = await makeData({ customers: CUSTOMERS, invoices: 1000, open: 20 });
  await nameCustomers(await tenantOf(business));
  const rows = [];
  const all: number[] = [];
  for (const [what, inputs] of Object.entries(SAID)) {
    let at = 0;
    const next = () => inputs[at++ % inputs.length] ?? "";
    const times = await timed(100, 10, () => business.read((books) => findCustomers(books, next())));
    all.push(...times);
    rows.push(rowOf(what, times));
  }
  const floor = await timed(100, 10, () => business.read(({ today }) => Promise.resolve(today)));
  return {
    name: "search",
    says: `a customer among ${CUSTOMERS}, one at a time; the floor is the same transaction around no question`,
    rows: [
      ...rows,
      rowOf(
        "all of them",
        all.sort((a, b) => a - b),
      ),
      rowOf("the floor", floor),
    ],
  };
}

const rowOf = (what: string, sorted: readonly number[]) => ({
  what,
  "p50 ms": round(percentile(sorted, 0.5)),
  "p95 ms": round(percentile(sorted, 0.95)),
});
