// How measurements are told: medians and percentiles of many, in a table for people or as JSON for machines.

export type Row = Readonly<Record<string, string | number>>;
export type Part = { name: string; says: string; rows: Row[] };

export function percentile(sorted: readonly number[], share: number): number {
  const at = Math.min(sorted.length - 1, Math.floor(sorted.length * share));
  return sorted[at] ?? Number.NaN;
}

export const median = (values: readonly number[]): number =>
  percentile(
    [...values].sort((a, b) => a - b),
    0.5,
  );

export const round = (value: number, digits = 2): number => Math.round(value * 10 ** digits) / 10 ** digits;

/** Milliseconds of each of `times` runs of `work`, after `warm` that don't count. */
export async function timed(times: number, warm: number, work: () => Promise<unknown>): Promise<number[]> {
  const taken: number[] = [];
  for (let run = -warm; run < times; run++) {
    const start = performance.now();
    await work();
    if (run >= 0) taken.push(performance.now() - start);
  }
  return taken.sort((a, b) => a - b);
}

export function print({ name, says, rows }: Part): void {
  console.log(`\n${name}: ${says}`);
  const columns = Object.keys(rows[0] ?? {});
  const text = (row: Row, column: string) => String(row[column] ?? "");
  const widths = columns.map((column) =>
    Math.max(column.length, ...rows.map((row) => text(row, column).length)),
  );
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0)))
      .join("  ");
  console.log(line(columns));
  for (const row of rows) console.log(line(columns.map((column) => text(row, column))));
}
