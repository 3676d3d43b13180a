// All customers of the business with what they owe: found by name or number, sorted by any column, totalled over all
// that match and not only over the rows in sight.
import { Plus } from "lucide-react";
import type { Metadata } from "next";
import type { ReactNode } from "react";
import { apiFor } from "@/server/api.ts";
import { countOf } from "@/domain/count-of.ts";
import { ButtonLink } from "@/ui/button.tsx";
import { Card } from "@/ui/card.tsx";
import { CsvLink } from "@/ui/csv-link.tsx";
import { Later } from "@/ui/later.tsx";
import { Link } from "@/ui/link.tsx";
import { Screen } from "@/ui/page.tsx";
import { Pager } from "@/ui/pager.tsx";
import { Table } from "@/ui/table.tsx";
import { readCurrentMember, type CurrentMember } from "../../_shell/current-member.ts";
import {
  asked,
  toCreditCustomers,
  toCsv,
  toCustomers,
  toNewCustomer,
  type Query,
} from "../../_shell/links.ts";
import { ArchiveChosen } from "./archive-chosen.tsx";
import { customersAsked } from "./asked.ts";
import { customerColumns, type Totals } from "./columns.tsx";
import { Nobody } from "./nobody.tsx";
import { Shows } from "./customer-filters.tsx";

export const metadata: Metadata = { title: "Customers" };

type Props = {
  params: Promise<{ org: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function CustomersPage({ params, searchParams }: Props) {
  const { org } = await params;
  const query = await searchParams;
  const cursor = asked(query, "cursor");
  const { search, show, ...sorting } = customersAsked(query);

  const [here, api] = await Promise.all([readCurrentMember(org), apiFor(org)]);
  const matching = { show, ...(search && { search }) };
  const page = await api.customers.list({ ...sorting, ...matching, ...(cursor && { cursor }) });
  const narrowed = { search, show: show === "all" ? undefined : show };
  const kept = { ...narrowed, sort: asked(query, "sort"), direction: asked(query, "direction") };

  const mayWrite = here.permissions.includes("customer:write");
  const choosable = show === "empty" && mayWrite;
  const totals = page.rows.length > 0 ? api.customers.totals(matching) : null;
  const nobodyYet = page.rows.length === 0 && !search && show === "all";
  return (
    <Screen
      title="Customers"
      about={totals ? <Found org={org} totals={totals} {...narrowed} /> : null}
      actions={<Actions here={here} kept={kept} nobodyYet={nobodyYet} />}
    >
      {nobodyYet ? null : <Shows org={org} show={show} kept={{ ...kept, show: undefined }} />}
      {totals === null ? (
        <Card>
          <Nobody here={here} search={search} show={show} />
        </Card>
      ) : (
        <Choosing org={org} on={choosable}>
          <Card>
            <Table
              caption={`Customers, in ${here.org.currency}`}
              columns={customerColumns({ here, sorting, kept: narrowed, totals, choosable })}
              rows={page.rows}
              rowKey={(row) => row.customerId}
              rowLinks
              totalName={`Total, ${here.org.currency}`}
            />
          </Card>
        </Choosing>
      )}
      <Pager
        label="Pages of customers"
        count={totals && (cursor || page.next) ? <Showing totals={totals} rows={page.rows.length} /> : null}
        first={cursor ? { href: toCustomers(org, kept), label: "First" } : null}
        next={page.next ? { href: toCustomers(org, { ...kept, cursor: page.next }), label: "Next" } : null}
      />
    </Screen>
  );
}

function Choosing({ org, on, children }: { org: string; on: boolean; children: ReactNode }) {
  return on ? <ArchiveChosen org={org}>{children}</ArchiveChosen> : children;
}

type ActionsProps = { here: CurrentMember; kept: Query; nobodyYet: boolean };

function Actions({ here, kept, nobodyYet }: ActionsProps) {
  const { slug } = here.org;
  // The empty list has its own, larger invitation.
  if (nobodyYet) return null;
  return (
    <>
      <ButtonLink href={toCreditCustomers(slug)}>Credit customers</ButtonLink>
      <CsvLink permissions={here.permissions} href={toCsv(toCustomers(slug), kept)} />
      {here.permissions.includes("customer:write") ? (
        <ButtonLink href={toNewCustomer(slug)} variant="primary">
          <Plus aria-hidden="true" />
          New customer
        </ButtonLink>
      ) : null}
    </>
  );
}

type FoundProps = { org: string; totals: Totals; search: string | undefined; show: string | undefined };

function Found({ org, totals, search, show }: FoundProps) {
  const count = (
    <Later width="w-24">
      <Count totals={totals} />
    </Later>
  );
  if (!search) return <p>{count}</p>;
  return (
    <p role="status">
      {count} matching “{search}” ·{" "}
      <Link href={toCustomers(org, { show })} className="text-accent underline underline-offset-2">
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
