// Many records of one shape as columns, for their way out of a thread: copied one by one, each would take its names and all its
// texts along, and lie in memory three times as large. A text that many records share is one text afterwards, too.

type Column<Value> = {
  values: Value[];
  /** Where each record's value is; left out, in the records' order. */ at?: Uint16Array;
};
export type Columns<Row> = { count: number; columns: { [Name in keyof Row]: Column<Row[Name]> } | null };

/** A column of more different values is kept as it is; so is one of which more than half are, after so many. */
const MOST_SHARED = 65_536;
const SAMPLE = 20_000;

/** `rows` all have the same properties. */
export function toColumns<Row extends object>(rows: readonly Row[]): Columns<Row> {
  const [first] = rows;
  if (!first) return { count: 0, columns: null };
  const names = Object.keys(first) as (keyof Row)[];
  const columns = Object.fromEntries(names.map((name) => [name, columnOf(rows, name)]));
  return { count: rows.length, columns: columns as NonNullable<Columns<Row>["columns"]> };
}

function columnOf<Row, Name extends keyof Row>(rows: readonly Row[], name: Name): Column<Row[Name]> {
  const places = new Map<Row[Name], number>();
  const at = new Uint16Array(rows.length);
  for (const [row, each] of rows.entries()) {
    const value = each[name];
    let place = places.get(value);
    if (place === undefined) {
      place = places.size;
      if (place === MOST_SHARED || (row > SAMPLE && place > row / 2))
        return { values: rows.map((one) => one[name]) };
      places.set(value, place);
    }
    at[row] = place;
  }
  return { values: [...places.keys()], at };
}

export function fromColumns<Row extends object>({ count, columns }: Columns<Row>): Row[] {
  if (columns === null) return [];
  const all = Object.entries(columns) as [keyof Row, Column<Row[keyof Row]>][];
  return Array.from({ length: count }, (_, row) => {
    const made = {} as Row;
    for (const [name, { values, at }] of all)
      made[name] = values[at ? (at[row] ?? 0) : row] as Row[typeof name];
    return made;
  });
}
