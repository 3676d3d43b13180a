// Everybody who is given credit: how much, how much of it is in use and what is left; by name or by amount, with totals.
import { CreditCard } from "lucide-react";
import type { Metadata } from "next";
import { Suspense } from "react";
import { countOf } from "@/domain/count-of.ts";
import { apiFor } from "@/server/api.ts";
import { ButtonLink } from "@/ui/button.tsx";
import { Card } from "@/ui/card.tsx";
import { CsvLink } from "@/ui/csv-link.tsx";
import { Empty } from "@/ui/empty.tsx";
import { Link } from "@/ui/link.tsx";
import { Screen } from "@/ui/page.tsx";
import { Pager } from "@/ui/pager.tsx";
import { Table } from "@/ui/table.tsx";
import { readCurrentMember } from "../../_shell/current-member.ts";
import { asked, toCreditCustomers, toCsv, toCustomers } from "../../_shell/links.ts";
import { creditAsked, SHOWS, type Show } from "./asked.ts";
import { creditColumns } from "./columns.tsx";
import { FindCredit } from "./find-credit.tsx";

export const metadata: Metadata = { title: "Credit customers" };

type Props = {
  params: Promise<{ org: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function CreditCustomersPage({ params, searchParams }: Props) {
  const { org } = await params;
  const query = await searchParams;
  const cursor = asked(query, "cursor");
  const { search, show, ...sorting } = creditAsked(query);
  const [here, api] = await Promise.all([readCurrentMember(org), apiFor(org)]);
  const matching = { ...sorting, show, ...(search && { search }) };
  const { rows, next } = await api.credit.list({ ...matching, ...(cursor && { cursor }) });
  const totals = api.credit.totals(matching);
  const kept = {
    search,
    show: show === "all" ? undefined : show,
    sort: asked(query, "sort"),
    direction: asked(query, "direction"),
  };
  return (
    <Screen
      title="Credit customers"
      about={
        <>
          <Suspense fallback={null}>
            <Counted totals={totals} />
          </Suspense>
          <Link href={toCustomers(org)} className="text-accent underline underline-offset-2">
            All customers
          </Link>
        </>
      }
      actions={<CsvLink permissions={here.permissions} href={toCsv(toCreditCustomers(org), kept)} />}
    >
      <div className="mb-3 flex flex-wrap items-center gap-x-4 gap-y-2">
        <FindCredit action={toCreditCustomers(org)} search={search ?? ""} show={kept.show} />
        <Shows org={org} show={show} kept={kept} />
      </div>
      <Card>
        {rows.length === 0 ? (
          <None org={org} narrowed={Boolean(search) || show !== "all"} />
        ) : (
          <Table
            caption={`Customers given credit, in ${here.org.currency}`}
            columns={creditColumns({ here, sorting, kept, totals })}
            rows={rows}
            rowKey={(row) => row.customerId}
            totalName={`Total, ${here.org.currency}`}
          />
        )}
      </Card>
      <Pager
        label="Pages of credit customers"
        count={null}
        first={cursor ? { href: toCreditCustomers(org, kept), label: "First" } : null}
        next={next ? { href: toCreditCustomers(org, { ...kept, cursor: next }), label: "Next" } : null}
      />
    </Screen>
  );
}

type Totals = ReturnType<Awaited<ReturnType<typeof apiFor>>["credit"]["totals"]>;

async function Counted({ totals }: { totals: Totals }) {
  const { count, over, unlimited } = await totals;
  return (
    <span>
      {countOf(count, "customer")}
      {over > 0 ? <span className="text-late">, {over} over the limit</span> : null}
      {unlimited > 0 ? `, ${unlimited} without an upper limit (not in the totals)` : null}
    </span>
  );
}

type Kept = Readonly<Record<string, string | undefined>>;

function Shows({ org, show, kept }: { org: string; show: Show; kept: Kept }) {
  return (
    <nav aria-label="Which customers" className="flex flex-wrap gap-1">
      {SHOWS.map(({ key, label }) => (
        <Link
          key={key}
          href={toCreditCustomers(org, { ...kept, show: key === "all" ? undefined : key })}
          aria-current={key === show ? "page" : undefined}
          className="inline-flex min-h-9 items-center rounded-control px-2.5 text-13 text-soft hover:bg-hover aria-[current]:bg-hover aria-[current]:font-medium aria-[current]:text-ink touch:min-h-11"
        >
          {label}
        </Link>
      ))}
    </nav>
  );
}

function None({ org, narrowed }: { org: string; narrowed: boolean }) {
  return narrowed ? (
    <Empty
      icon={<CreditCard />}
      title="No credit customer matches"
      action={<ButtonLink href={toCreditCustomers(org)}>Show all of them</ButtonLink>}
    />
  ) : (
    <Empty
      icon={<CreditCard />}
      title="Nobody is given credit yet"
      action={
        <ButtonLink href={toCustomers(org)} variant="primary">
          Choose a customer
        </ButtonLink>
      }
    >
      Open a customer’s account and set a credit limit; then they can charge to it at the counter.
    </Empty>
  );
}
