// What the model does with a file of receivables, which is many events at once, and with the months of the books.
import { addDays, addMonths, later, monthOf, type Day } from "@/domain/values/day.ts";
import { draft, No, nth, SELF, type Command, type Decided } from "./model-command.ts";
import { compare, type Model } from "./model.ts";

/**
 * Each invoice and each payment that settled one, account by account as the file names them, in the order of their days; all
 * of the file or nothing.
 */
export function brought(model: Model, { file, rows }: Extract<Command, { do: "bulk" }>): Decided {
  if (model.files.includes(file)) throw new No("already-imported");
  if (rows.some((row) => model.brought.includes(row.number))) throw new No("file-refused");
  const placeOf = ({ row: { who } }: { row: (typeof rows)[number] }) =>
    rows.findIndex((each) => each.who === who);
  const happenings = rows
    .flatMap((row, line) => [
      { row, line, on: row.on, pays: 0 },
      ...(row.settledOn ? [{ row, line, on: row.settledOn, pays: 1 }] : []),
    ])
    .sort((a, b) => placeOf(a) - placeOf(b) || compare(a.on, b.on) || a.pays - b.pays || a.line - b.line);
  const drafts = happenings.map(({ row, line, on, pays }) => {
    const { who, amount, number } = row;
    if (!pays)
      return draft("invoice", { who, on }, { item: { amount, due: addDays(on, 30), document: number } });
    const itemId = nth(happenings.findIndex((each) => each.line === line && !each.pays));
    const uses = [{ creditId: SELF, itemId, amount }];
    return draft("payment", { who, on }, { credit: amount, uses, undeposited: amount });
  });
  return { drafts, released: [] };
}

/** Closes the open months of a range, or opens one that is closed. */
export function turned(model: Model, command: Extract<Command, { do: "close" | "reopen" }>): Decided {
  if (command.do === "reopen") {
    const { month } = command;
    if (month < monthOf(model.start)) throw new No("not-found");
    if (!model.closed.has(month)) throw new No("changed-meanwhile");
    model.closed = new Set([...model.closed].filter((each) => each !== month));
    return { drafts: [], released: [] };
  }
  const { from, through } = command;
  if (through > monthOf(model.today)) throw new No("month-to-come");
  const changed: Day[] = [];
  for (let month = later(from, monthOf(model.start)); month <= through; month = addMonths(month, 1))
    if (!model.closed.has(month)) changed.push(month);
  model.closed = new Set([...model.closed, ...changed]);
  const events = model.facts.filter((fact) => changed.includes(fact.period)).length;
  return { drafts: [], released: [], closing: { changed, events } };
}

/** The month of the books that takes what happened on a day: its own, or the next one that is open. */
export function periodOf({ closed, start }: Model, on: Day): Day {
  let month = later(monthOf(on), monthOf(start));
  while (closed.has(month)) month = addMonths(month, 1);
  return month;
}
