// All customers of the business with what they owe: found by name or number, sorted by any column, totalled over all
// that match and not only over the rows in sight.
import { Users } from "lucide-react";
import type { Metadata } from "next";
import { apiFor } from "@/server/api.ts";
import { countOf } from "@/domain/count-of.ts";
import { ButtonLink } from "@/ui/button.tsx";
import { Card } from "@/ui/card.tsx";
import { Empty } from "@/ui/empty.tsx";
import { Link } from "@/ui/link.tsx";
import { Screen } from "@/ui/page.tsx";
import { Pager } from "@/ui/pager.tsx";
import { Table } from "@/ui/table.tsx";
import { readHere, type Here } from "../../here.ts";
import { asked, toCreditCustomers, toCustomers, toImport } from "../../ways.ts";
import { customerColumns, sortAsked } from "./columns.tsx";

export const metadata: Metadata = { title: "Customers" };

type Props = {
  params: Promise<{ org: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function CustomersPage({ params, searchParams }: Props) {
  const { org } = await params;
  const query = await searchParams;
  const search = asked(query, "search")?.slice(0, 200);
  const cursor = asked(query, "cursor");
  const sorting = sortAsked(query);

  const [here, api] = await Promise.all([readHere(org), apiFor(org)]);
  const page = await api.customers.list({ ...sorting, ...(search && { search }), ...(cursor && { cursor }) });
  const kept = { search, sort: asked(query, "sort"), direction: asked(query, "direction") };

  if (page.total === 0) return <Nobody here={here} search={search} />;
  return (
    <Screen
      title="Customers"
      about={<Found org={org} total={page.total} search={search} />}
      actions={<ButtonLink href={toCreditCustomers(org)}>Credit customers</ButtonLink>}
    >
      <Card>
        <Table
          caption={`Customers, in ${here.org.currency}`}
          columns={customerColumns({ here, sorting, search, totals: page.totals })}
          rows={page.rows}
          rowKey={(row) => row.customerId}
          rowLinks
          totalName={`Total of ${countOf(page.total, "customer")}, ${here.org.currency}`}
        />
      </Card>
      <Pager
        label="Pages of customers"
        count={
          page.rows.length < page.total
            ? `Showing ${page.rows.length} of ${countOf(page.total, "customer")}`
            : null
        }
        first={cursor ? { href: toCustomers(org, kept), label: "First" } : null}
        next={page.next ? { href: toCustomers(org, { ...kept, cursor: page.next }), label: "Next" } : null}
      />
    </Screen>
  );
}

function Found({ org, total, search }: { org: string; total: number; search: string | undefined }) {
  if (!search) return countOf(total, "customer");
  return (
    <p role="status">
      {countOf(total, "customer")} matching “{search}” ·{" "}
      <Link href={toCustomers(org)} className="text-accent underline underline-offset-2">
        Show all
      </Link>
    </p>
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
