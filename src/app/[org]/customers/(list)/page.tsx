// All customers of the business with what they owe: found by name or number, sorted by any column, totalled over all
// that match and not only over the rows in sight.
import { Users } from "lucide-react";
import type { Metadata } from "next";
import { apiFor } from "@/server/api.ts";
import { countOf } from "@/domain/count-of.ts";
import { ButtonLink } from "@/ui/button.tsx";
import { Card } from "@/ui/card.tsx";
import { CsvLink } from "@/ui/csv-link.tsx";
import { Empty } from "@/ui/empty.tsx";
import { Later } from "@/ui/later.tsx";
import { Link } from "@/ui/link.tsx";
import { Screen } from "@/ui/page.tsx";
import { Pager } from "@/ui/pager.tsx";
import { Table } from "@/ui/table.tsx";
import { readHere, type Here } from "../../here.ts";
import { asked, toCreditCustomers, toCsv, toCustomers, toImport } from "../../ways.ts";
import { customersAsked } from "./asked.ts";
import { customerColumns, type Totals } from "./columns.tsx";

export const metadata: Metadata = { title: "Customers" };

type Props = {
  params: Promise<{ org: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function CustomersPage({ params, searchParams }: Props) {
  const { org } = await params;
  const query = await searchParams;
  const cursor = asked(query, "cursor");
  const { search, ...sorting } = customersAsked(query);

  const [here, api] = await Promise.all([readHere(org), apiFor(org)]);
  const matching = search ? { search } : {};
  const page = await api.customers.list({ ...sorting, ...matching, ...(cursor && { cursor }) });
  const kept = { search, sort: asked(query, "sort"), direction: asked(query, "direction") };

  if (page.rows.length === 0) return <Nobody here={here} search={search} />;
  const totals = api.customers.totals(matching);
  return (
    <Screen
      title="Customers"
      about={<Found org={org} totals={totals} search={search} />}
      actions={
        <>
          <ButtonLink href={toCreditCustomers(org)}>Credit customers</ButtonLink>
          <CsvLink href={toCsv(toCustomers(org), kept)} />
        </>
      }
    >
      <Card>
        <Table
          caption={`Customers, in ${here.org.currency}`}
          columns={customerColumns({ here, sorting, search, totals })}
          rows={page.rows}
          rowKey={(row) => row.customerId}
          rowLinks
          totalName={`Total, ${here.org.currency}`}
        />
      </Card>
      <Pager
        label="Pages of customers"
        count={cursor || page.next ? <Showing totals={totals} rows={page.rows.length} /> : null}
        first={cursor ? { href: toCustomers(org, kept), label: "First" } : null}
        next={page.next ? { href: toCustomers(org, { ...kept, cursor: page.next }), label: "Next" } : null}
      />
    </Screen>
  );
}

function Found({ org, totals, search }: { org: string; totals: Totals; search: string | undefined }) {
  const count = (
    <Later width="w-24">
      <Count totals={totals} />
    </Later>
  );
  if (!search) return <p>{count}</p>;
  return (
    <p role="status">
      {count} matching “{search}” ·{" "}
      <Link href={toCustomers(org)} className="text-accent underline underline-offset-2">
        Show all
      </Link>
    </p>
  );
}

async function Count({ totals }: { totals: Totals }) {
  return countOf((await totals).count, "customer");
}

function Showing({ totals, rows }: { totals: Totals; rows: number }) {
  return (
    <>
      Showing {rows} of{" "}
      <Later width="w-24">
        <Count totals={totals} />
      </Later>
    </>
  );
}

function Nobody({ here, search }: { here: Here; search: string | undefined }) {
  const mayImport = here.permissions.includes("books:import");
  const { slug } = here.org;
  return (
    <Screen title="Customers">
      <Card>
        {search ? (
          <Empty
            icon={<Users />}
            title={`No customer matches “${search}”`}
            action={<ButtonLink href={toCustomers(slug)}>Show all customers</ButtonLink>}
          >
            Names, companies and customer numbers are searched.
          </Empty>
        ) : (
          <Empty
            icon={<Users />}
            title="No customers yet"
            action={
              mayImport ? (
                <ButtonLink href={toImport(slug)} look="primary">
                  Import your invoices
                </ButtonLink>
              ) : null
            }
          >
            {mayImport
              ? "A CSV file of invoices makes the customers, what they owe and their history in one step."
              : "They appear here as soon as someone of your business imports its invoices."}
          </Empty>
        )}
      </Card>
    </Screen>
  );
}
