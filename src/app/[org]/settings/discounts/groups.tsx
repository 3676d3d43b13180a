// The groups that products are put into.
import { countOf } from "@/domain/count-of.ts";
import type { Discounted } from "@/domain/products/discount.ts";
import { Card } from "@/ui/card.tsx";
import { Table, type Column } from "@/ui/table.tsx";
import { SettingSection } from "../setting-section.tsx";
import { AddDiscounted } from "./add-discounted.tsx";
import { ChangeDiscounted } from "./change-discounted.tsx";
import { nameColumn } from "../name-column.tsx";

type Props = { org: string; groups: readonly Discounted[]; mayChange: boolean };

export function Groups({ org, groups, mayChange }: Props) {
  return (
    <SettingSection id="groups" title="Product groups" mayChange={mayChange}>
      <Card>
        {groups.length === 0 ? (
          <p className="px-4 py-3 text-soft">
            None yet. Add one here, write one on a product’s page, or import products with their group.
          </p>
        ) : (
          <Table
            caption="Product groups"
            rows={groups}
            rowKey={(row) => row.id}
            columns={mayChange ? [...COLUMNS, changes(org)] : COLUMNS}
          />
        )}
      </Card>
      {mayChange ? (
        <div className="mt-3">
          <AddDiscounted org={org} kind="group" />
        </div>
      ) : null}
    </SettingSection>
  );
}

const COLUMNS: Column<Discounted>[] = [
  nameColumn(),
  { key: "uses", head: "Products", place: "sub", cell: (row) => countOf(row.uses, "product") },
];

const changes = (org: string): Column<Discounted> => ({
  key: "do",
  head: <span className="sr-only">Change</span>,
  place: "lead-end",
  numeric: true,
  cell: (row) => (
    <span className="-my-2 inline-flex gap-1 print:hidden">
      <ChangeDiscounted org={org} kind="group" one={row} />
    </span>
  ),
});
