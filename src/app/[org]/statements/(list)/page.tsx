// Every statement that was issued, newest first; of one customer when the address says so.
import { FileText } from "lucide-react";
import type { Metadata } from "next";
import { apiFor } from "@/server/api.ts";
import { ButtonLink } from "@/ui/button.tsx";
import { Card } from "@/ui/card.tsx";
import { CsvLink } from "@/ui/csv-link.tsx";
import { Empty } from "@/ui/empty.tsx";
import { Link } from "@/ui/link.tsx";
import { Screen } from "@/ui/page.tsx";
import { Pager } from "@/ui/pager.tsx";
import { Table } from "@/ui/table.tsx";
import { readHere } from "../../here.ts";
import { asked, askedId, toCsv, toCustomer, toCustomers, toStatements } from "../../ways.ts";
import { statementColumns } from "./columns.tsx";

export const metadata: Metadata = { title: "Statements" };

type Props = {
  params: Promise<{ org: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function StatementsPage({ params, searchParams }: Props) {
  const { org } = await params;
  const query = await searchParams;
  const customerId = askedId(query, "customer");
  const cursor = asked(query, "cursor");

  const [here, api] = await Promise.all([readHere(org), apiFor(org)]);
  const { rows, next } = await api.statements.list({
    ...(customerId && { customerId }),
    ...(cursor && { cursor }),
  });
  const kept = { customer: customerId };
  if (rows.length === 0) return <None org={org} customerId={customerId} />;
  return (
    <Screen
      title="Statements"
      actions={<CsvLink href={toCsv(toStatements(org), kept)} />}
      about={customerId ? <OfOne org={org} customerId={customerId} name={rows[0]?.customerName} /> : null}
    >
      <Card>
        <Table
          caption={`Issued statements, newest first, in ${here.org.currency}`}
          columns={statementColumns(here.org)}
          rows={rows}
          rowKey={(row) => row.statementId}
          rowLinks
        />
      </Card>
      <Pager
        label="Pages of statements"
        count={`Amounts in ${here.org.currency} unless said otherwise`}
        first={cursor ? { href: toStatements(org, kept), label: "Newest" } : null}
        next={next ? { href: toStatements(org, { ...kept, cursor: next }), label: "Older" } : null}
      />
    </Screen>
  );
}

type OfOneProps = { org: string; customerId: string; name: string | undefined };

function OfOne({ org, customerId, name }: OfOneProps) {
  return (
    <p>
      of{" "}
      <Link href={toCustomer(org, customerId)} className="text-accent underline underline-offset-2">
        {name}
      </Link>{" "}
      ·{" "}
      <Link href={toStatements(org)} className="text-accent underline underline-offset-2">
        Show all
      </Link>
    </p>
  );
}

function None({ org, customerId }: { org: string; customerId: string | undefined }) {
  const next = customerId ? toCustomer(org, customerId) : toCustomers(org);
  return (
    <Screen title="Statements">
      <Card>
        <Empty
          icon={<FileText />}
          title={customerId ? "No statement of this customer yet" : "No statements yet"}
          action={
            <ButtonLink href={next} look="primary">
              {customerId ? "Open the customer" : "Choose a customer"}
            </ButtonLink>
          }
        >
          A customer’s Statement button shows it up to date. Issuing gives it a number and keeps it as it is;
          from there it can be mailed.
        </Empty>
      </Card>
    </Screen>
  );
}
