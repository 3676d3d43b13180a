// Labels that a business puts on its customers: their names, and how many have each.
import type { Metadata } from "next";
import { countOf } from "@/domain/count-of.ts";
import type { Label } from "@/domain/customers/label.ts";
import { apiFor } from "@/server/api.ts";
import { Card } from "@/ui/card.tsx";
import { Link } from "@/ui/link.tsx";
import { Table, type Column } from "@/ui/table.tsx";
import { toCustomers } from "../../_shell/links.ts";
import { readSection } from "../read-section.ts";
import { SettingSection } from "../setting-section.tsx";
import { AddLabel } from "./add-label.tsx";
import { ChangeLabel } from "./change-label.tsx";
import { nameColumn } from "../name-column.tsx";

export const metadata: Metadata = { title: "Labels · Settings" };

export default async function LabelSettings({ params }: PageProps<"/[org]/settings/labels">) {
  const { org } = await params;
  const [section, api] = await Promise.all([readSection(org), apiFor(org)]);
  if (!section) return null;
  const { mayChange } = section.given;
  const labels = await api.labels.read({});
  return (
    <SettingSection id="labels" title="Labels of customers" mayChange={mayChange}>
      <p className="mb-3 max-w-prose text-13 text-soft">
        A label gathers customers in your own words. It narrows the list of customers, and a run of statements
        can go to those who have it. Put one on many customers from their list, or on one on their Info tab.
      </p>
      <Card>
        {labels.length === 0 ? (
          <p className="px-4 py-3 text-soft">
            None yet. {mayChange ? "Add one such as Weekly, then choose its customers." : null}
          </p>
        ) : (
          <Table
            caption="Labels"
            rows={labels}
            rowKey={(row) => row.id}
            columns={mayChange ? [...columns(org), changes(org)] : columns(org)}
          />
        )}
      </Card>
      {mayChange ? (
        <div className="mt-3">
          <AddLabel org={org} />
        </div>
      ) : null}
    </SettingSection>
  );
}

const columns = (org: string): Column<Label>[] => [
  nameColumn(),
  {
    key: "uses",
    head: "Customers",
    place: "sub",
    cell: (row) =>
      row.uses === 0 || row.archived ? (
        countOf(row.uses, "customer")
      ) : (
        <Link href={toCustomers(org, { label: row.id })} className="text-link touch-target">
          {countOf(row.uses, "customer")}
        </Link>
      ),
  },
];

const changes = (org: string): Column<Label> => ({
  key: "do",
  head: <span className="sr-only">Change</span>,
  place: "lead-end",
  numeric: true,
  cell: (row) => (
    <span className="-my-2 inline-flex gap-1 print:hidden">
      <ChangeLabel org={org} label={row} />
    </span>
  ),
});
