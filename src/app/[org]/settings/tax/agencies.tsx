// For whom tax is taken, each with the account that it is posted to.
import type { Agency } from "@/domain/business/taxes.ts";
import { Card } from "@/ui/card.tsx";
import { Table, type Column } from "@/ui/table.tsx";
import { SettingSection } from "../setting-section.tsx";
import { AddAgency } from "./add-agency.tsx";
import { RenameAgency } from "./change-tax.tsx";

type Props = { org: string; agencies: readonly Agency[]; mayChange: boolean };

export function Agencies({ org, agencies, mayChange }: Props) {
  return (
    <SettingSection id="agencies" title="Tax agencies" mayChange={mayChange}>
      <Card>
        <Table
          caption="Tax agencies"
          rows={agencies}
          rowKey={(row) => row.agencyId}
          columns={mayChange ? [...COLUMNS, changes(org)] : COLUMNS}
        />
      </Card>
      {mayChange ? (
        <div className="mt-3">
          <AddAgency org={org} />
        </div>
      ) : null}
    </SettingSection>
  );
}

const COLUMNS: Column<Agency>[] = [
  { key: "name", head: "Agency", place: "lead", rowHead: true, wraps: true, cell: (row) => row.name },
  {
    key: "account",
    head: "Account",
    place: "sub",
    label: "account",
    cell: (row) => <span className="text-soft">{row.chartCode}</span>,
  },
];

const changes = (org: string): Column<Agency> => ({
  key: "do",
  head: <span className="sr-only">Change</span>,
  place: "lead-end",
  numeric: true,
  cell: (row) => (
    <span className="-my-2 inline-flex print:hidden">
      <RenameAgency key={row.version} org={org} agency={row} />
    </span>
  ),
});
