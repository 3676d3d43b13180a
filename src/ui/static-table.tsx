// A long table of figures that only is read: its head as elements, its rows as markup (static-rows.ts). It looks and is
// read aloud as every other table.
import { staticRows, type StaticColumn } from "./static-rows.ts";

type Props<Row> = {
  caption: string;
  columns: readonly StaticColumn<Row>[];
  rows: readonly Row[];
  rowId: (row: Row) => string;
};

export function StaticTable<Row>({ caption, columns, rows, rowId }: Props<Row>) {
  return (
    <div className="figures-frame-wide">
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
