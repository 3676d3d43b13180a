// What money that comes in settles in the model: what was chosen, or the oldest debts first.
import { No, doesNotFit, type At, type Command } from "./model-command.ts";
import { allOf, compare, openItems, spareFrom, total, type Model, type OpenItem } from "./model.ts";

type Paying = Pick<Extract<Command, { do: "pay" | "memo" | "split" }>, "amount" | "on" | "uses">;

/** Of the debts of these accounts, each with what is paid of it. */
export function chosenOf(
  model: Model,
  { amount, on, uses }: Paying,
  accounts: readonly number[],
): readonly (readonly [number, number])[] {
  const items = accounts.flatMap((who) => openItems(allOf(model, who)));
  const spare = (who: number) =>
    openItems(allOf(model, who))
      .filter((item) => item.on <= on)
      .map((item) => ({ ...item, open: Math.min(item.open, spareOf(model, { who, on }, item.id)) }));
  const chosen = uses === "oldest-first" ? oldestFirst(amount, accounts.flatMap(spare)) : uses;
  for (const [id, part] of chosen) {
    const item = mustBeOpen(items, id);
    if (item.on > on || part > item.open) throw doesNotFit();
  }
  if (total(chosen.map(([, part]) => part)) > amount) throw doesNotFit();
  return chosen;
}

export function mustBeOpen<Row extends { id: number }>(rows: readonly Row[], id: number): Row {
  const row = rows.find((each) => each.id === id);
  if (!row) throw new No("not-found");
  return row;
}

/** What of a debt can be settled from a day on. */
export function spareOf(model: Model, { who, on }: At, id: number): number {
  const facts = allOf(model, who);
  const fact = facts.find((each) => each.number === id);
  return fact ? Math.max(0, spareFrom(facts, fact, on)) : 0;
}

function oldestFirst(amount: number, items: readonly OpenItem[]) {
  let left = amount;
  return [...items]
    .sort(
      (a, b) =>
        compare(a.due, b.due) || a.document.localeCompare(b.document, "en", { numeric: true }) || a.id - b.id,
    )
    .map((item) => {
      const part = Math.min(left, item.open);
      left -= part;
      return [item.id, part] as const;
    })
    .filter(([, part]) => part > 0);
}
