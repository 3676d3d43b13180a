// A long table of figures that only is read: its head as elements, its rows as markup (static-rows.ts). It looks and is
// read aloud as every other table.
import { staticRows, type StaticColumn } from "./static-rows.ts";

type Props<Row> = {
  caption: string;
  columns: readonly StaticColumn<Row>[];
  rows: readonly Row[];
  rowId: (row: Row) => string;
  /** It has many columns, and stands row by row until there is room for all. */
  wide?: boolean;
};

export function StaticTable<Row>({ caption, columns, rows, rowId, wide = true }: Props<Row>) {
  return (
    <div className={wide ? "figures-frame-wide" : "figures-frame"}>
      <table role="table" className="figures">
        <caption className="sr-only">{caption}</caption>
        <thead role="rowgroup">
          <tr role="row">
            {columns.map(({ key, head, numeric }) => (
              <th key={key} role="columnheader" scope="col" className={numeric ? "num" : undefined}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup" dangerouslySetInnerHTML={{ __html: staticRows(rows, columns, rowId) }} />
      </table>
    </div>
  );
}
