// The chart of accounts: every account with the part it plays, and the way to add one, rename one and put one away.
import type { Metadata } from "next";
import { KIND_WORDS, postedWords } from "@/domain/ledger/chart.ts";
import { countOf } from "@/domain/count-of.ts";
import type { ChartAccount } from "@/domain/business/account-input.ts";
import { apiFor } from "@/server/api.ts";
import { Card } from "@/ui/card.tsx";
import { CsvLink } from "@/ui/csv-link.tsx";
import { Table, type Column } from "@/ui/table.tsx";
import { readCurrentMember } from "../../_shell/current-member.ts";
import { href } from "../../_shell/links.ts";
import { SettingSection } from "../setting-section.tsx";
import { AddAccount } from "./add-account.tsx";
import { ArchiveAccount, RenameAccount, UnarchiveAccount } from "./change-account.tsx";
import { nameColumn } from "../name-column.tsx";

export const metadata: Metadata = { title: "Accounts · Settings" };

export default async function AccountsSettings({ params }: PageProps<"/[org]/settings/accounts">) {
  const { org } = await params;
  const [here, api] = await Promise.all([readCurrentMember(org), apiFor(org)]);
  if (!here.permissions.includes("report:read")) return null;
  const accounts = await api.chart.list({});
  const mayChange = here.permissions.includes("settings:change");
  return (
    <SettingSection id="accounts" title="Chart of accounts" mayChange={mayChange}>
      <p className="mb-3 max-w-prose text-13 text-soft">
        What the books post goes to these accounts. A product’s revenue can go to an account of your own, and
        payments and deposits to each bank account.
      </p>
      <Card>
        <Table
          caption="Chart of accounts"
          rows={accounts}
          rowKey={(row) => row.code}
          columns={mayChange ? [...COLUMNS, changes(org)] : COLUMNS}
        />
      </Card>
      <div className="mt-3 flex flex-wrap gap-2">
        {mayChange ? <AddAccount org={org} /> : null}
        <CsvLink permissions={here.permissions} href={href([org, "settings", "accounts", "csv"])} />
      </div>
    </SettingSection>
  );
}

const COLUMNS: Column<ChartAccount>[] = [
  { key: "code", head: "Number", place: "sub", cell: (row) => <span className="text-soft">{row.code}</span> },
  nameColumn(),
  {
    key: "kind",
    head: "Kind",
    place: "sub",
    cell: (row) => (row.bank ? "Bank account" : KIND_WORDS[row.kind]),
  },
  {
    key: "role",
    head: "What goes there",
    place: "under",
    wraps: true,
    cell: (row) => {
      const sold = row.products > 0 ? countOf(row.products, "product") : "";
      const said = [postedWords(row), sold].filter(Boolean).join("; ");
      return said === "" ? null : <span className="text-soft">{said}</span>;
    },
  },
];

const changes = (org: string): Column<ChartAccount> => ({
  key: "do",
  head: <span className="sr-only">Change</span>,
  place: "lead-end",
  numeric: true,
  cell: ({ code, name, version, role, agency, archived }) => (
    <span className="-my-2 inline-flex gap-1 print:hidden">
      {archived ? null : <RenameAccount key={version} org={org} code={code} name={name} version={version} />}
      {role !== null || agency !== null ? null : archived ? (
        <UnarchiveAccount org={org} code={code} name={name} />
      ) : (
        <ArchiveAccount org={org} code={code} name={name} />
      )}
    </span>
  ),
});
