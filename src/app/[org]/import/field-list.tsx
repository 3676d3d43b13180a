// What a file of one kind can hold, for whoever makes one by hand: each field, what it can't do without, an example.
import { fieldsOf, type FieldReading, type ImportKind } from "@/domain/imports/fields.ts";
import { Card, Section } from "@/ui/card.tsx";
import { Table, type Column } from "@/ui/table.tsx";
import { toContactsCsv, toImportTemplate } from "../_shell/links.ts";
import { neededFields } from "./needed-fields.ts";

/** `mayExport`: may take the books home. */
type Props = { org: string; kind: ImportKind; currency: string; mayExport: boolean };
type Row = { key: string; name: string; holds: string; example: string; isNeeded: boolean };

export function FieldList({ org, kind, currency, mayExport }: Props) {
  const needed = neededFields(kind);
  const rows = Object.entries(fieldsOf(kind)).map(([key, { name, reads, example }]): Row => ({
    key,
    name,
    holds: HOLDS[reads],
    example,
    isNeeded: needed.includes(key),
  }));
  return (
    <Section
      id="columns"
      title="What a file can hold"
      note={`Amounts in ${currency}`}
      end={
        <span className="flex flex-wrap gap-x-4">
          {/* The other lists are files on their own pages. */}
          {kind === "contacts" && mayExport ? (
            <a href={toContactsCsv(org)} download className="text-link">
              Download your contacts
            </a>
          ) : null}
          <a href={toImportTemplate(org, kind)} download className="text-link">
            Download a template
          </a>
        </span>
      }
    >
      <Card>
        <Table
          caption="What a file can hold"
          columns={COLUMNS}
          rows={[...rows.filter(({ isNeeded }) => isNeeded), ...rows.filter(({ isNeeded }) => !isNeeded)]}
          rowKey={({ key }) => key}
        />
      </Card>
      <p className="mt-2 text-13 text-soft">
        Headings may be called otherwise, in any order and in English, German, French or Spanish; what isn’t
        recognised you choose. {NEEDS[kind]}
      </p>
    </Section>
  );
}

const NEEDS: Record<ImportKind, string> = {
  receivables: "A file needs a date, one column of amounts, and whose each row is.",
  payments: "A file needs a date, an amount, and whose each row is.",
  customers:
    "A file needs a name or a number. An opening balance counts on the day before your books start, for new customers only.",
  limits: "A file needs whose each row is, and the limit.",
  contacts: "A file needs whose each row is, and a name or an e-mail.",
  products: "A file needs a name or a SKU.",
};

const HOLDS: Record<FieldReading, string> = {
  text: "Text, kept as it is",
  day: "A day, written any one way throughout",
  amount: "An amount, written any one way throughout",
  number: "A number",
  yes: "Yes or No",
  role: "Accounts payable, owner, purchasing, site or other",
  type: "Invoice, credit memo or payment",
  status: "Open, paid, void or draft",
  limit: "Set, not set or unlimited",
  method: "Check, card, cash or bank transfer",
  terms: "Days to pay, such as Net 30",
  currency: "The code or sign of a currency",
  side: "Debit or credit",
};

const COLUMNS: Column<Row>[] = [
  {
    key: "name",
    head: "Field",
    place: "lead",
    rowHead: true,
    cell: ({ name, isNeeded }) => (
      <>
        <span className="font-medium">{name}</span>
        {isNeeded ? <span className="text-soft"> · needed, or one like it</span> : null}
      </>
    ),
  },
  { key: "holds", head: "Holds", place: "under", wraps: true, cell: ({ holds }) => holds },
  {
    key: "example",
    head: "For example",
    place: "lead-end",
    cell: ({ example }) => <span className="text-soft">{example}</span>,
  },
];
