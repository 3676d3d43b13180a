// Brings the receivables of before into the books: what the file must look like, and the form that takes it.
import type { Metadata } from "next";
import { Card, Section } from "@/ui/card.tsx";
import { Screen } from "@/ui/page.tsx";
import { Table, type Column } from "@/ui/table.tsx";
import { readCurrentMember } from "../_shell/current-member.ts";
import { NotAllowed } from "../_shell/not-allowed.tsx";
import { FILE_COLUMNS, type FileColumn } from "./file-columns.ts";
import { ImportForm } from "./import-form.tsx";

export const metadata: Metadata = { title: "Import receivables" };

export default async function ImportPage({ params }: PageProps<"/[org]/import">) {
  const { org } = await params;
  const here = await readCurrentMember(org);
  if (!here.permissions.includes("books:import")) {
    return <NotAllowed title="Import receivables" to="imports" permission="books:import" />;
  }
  const { currency, locale, zone } = here.org;
  return (
    <Screen
      title="Import receivables"
      about="One row per invoice. Customers are made as they come; a settled invoice brings its payment."
    >
      <ImportForm org={org} reading={{ currency, locale }} place={{ locale, zone }} />
      <Section
        id="columns"
        title="What the file looks like"
        note={`CSV, amounts in ${currency}, up to 10 MB`}
        end={
          <a href="/receivables-template.csv" download className="text-link">
            Download a template
          </a>
        }
      >
        <Card>
          <Table
            caption="The columns of the file"
            columns={COLUMNS_OF_COLUMNS}
            rows={FILE_COLUMNS}
            rowKey={(column) => column.name}
          />
        </Card>
        <p className="mt-2 text-13 text-soft">
          Other columns are left alone, and the order doesn’t matter. Dates are month/day/year or YYYY-MM-DD.
          Everything is imported or nothing, and the same file a second time changes nothing.
        </p>
      </Section>
    </Screen>
  );
}

const COLUMNS_OF_COLUMNS: Column<FileColumn>[] = [
  {
    key: "name",
    head: "Column",
    place: "lead",
    rowHead: true,
    cell: ({ name }) => <span className="font-medium">{name}</span>,
  },
  { key: "holds", head: "Holds", place: "under", wraps: true, cell: ({ holds }) => holds },
  {
    key: "example",
    head: "For example",
    place: "lead-end",
    cell: ({ example }) => <span className="text-soft">{example}</span>,
  },
];
