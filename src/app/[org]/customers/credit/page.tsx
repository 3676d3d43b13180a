// Everybody who is given credit: how much, how much of it is in use and what is left; by name or by amount, with totals.
import { CreditCard } from "lucide-react";
import type { Metadata, Route } from "next";
import { Suspense, type ReactNode } from "react";
import { countOf } from "@/domain/count-of.ts";
import { CREDIT_FILTERS, creditList } from "@/domain/credit/credit-list.ts";
import { apiFor } from "@/server/api.ts";
import type { RouterOutputs } from "@/server/client.ts";
import { Button } from "@/ui/button.tsx";
import { ButtonLink } from "@/ui/button-link.tsx";
import { Empty } from "@/ui/empty.tsx";
import { FilterLinks } from "@/ui/filter-links.tsx";
import { FindBox } from "@/ui/find-box.tsx";
import { Link } from "@/ui/link.tsx";
import { creditColumns } from "../../_lists/credit-columns.tsx";
import { listLinks } from "../../_lists/list-links.ts";
import { ListScreen } from "../../_lists/list-screen.tsx";
import { toApplications, toOverrides } from "../../_shell/credit-links.ts";
import { readCurrentMember } from "../../_shell/current-member.ts";
import { toCreditChange, toCreditCustomers, toCustomers, toLimitRequests } from "../../_shell/links.ts";

export const metadata: Metadata = { title: "Credit customers" };

type Props = PageProps<"/[org]/customers/credit">;

export default async function CreditCustomersPage({ params, searchParams }: Props) {
  const { org } = await params;
  const query = creditList.read(await searchParams);
  const links = listLinks(creditList, query, (asked) => toCreditCustomers(org, asked));
  const [here, api] = await Promise.all([readCurrentMember(org), apiFor(org)]);
  const mayChange = here.permissions.includes("limit:change");
  const [page, waiting, applied] = await Promise.all([
    api.credit.list(query),
    mayChange ? api.credit.requests({}) : [],
    mayChange ? api.applications.list({ show: "waiting" }) : { rows: [], next: null },
  ]);
  const totals = api.credit.totals(creditList.match(query));
  return (
    <ListScreen
      here={here}
      links={links}
      page={page}
      title="Credit customers"
      what="credit customers"
      caption={`Customers given credit, in ${here.org.currency}`}
      columns={creditColumns({
        org: here.org,
        totals,
        sortBy: links.sortBy,
        choosable: mayChange,
        because: query.show === "suggested",
      })}
      wide
      {...(mayChange && page.rows.length > 0 && { frame: (rows) => <Choosing org={org}>{rows}</Choosing> })}
      before={waiting.length > 0 ? <Waiting org={org} count={waiting.length} /> : null}
      rowKey={(row) => row.customerId}
      rowLinks={false}
      totalName={`Total, ${here.org.currency}`}
      about={
        <>
          <Suspense fallback={null}>
            <Counted totals={totals} />
          </Suspense>
          <Link href={toCustomers(org)} className="text-link">
            All customers
          </Link>
          <Link href={toOverrides(org)} className="text-link">
            Overrides asked for
          </Link>
          {mayChange ? (
            <Link href={toApplications(org)} className="text-link">
              Applications
              {applied.rows.length > 0 ? `, ${applied.rows.length}${applied.next ? "+" : ""} waiting` : ""}
            </Link>
          ) : null}
        </>
      }
      filters={
        <div className="mb-3 flex flex-wrap items-center gap-x-4 gap-y-2">
          <FindBox
            action={links.all}
            label="Find a credit customer"
            hint="Name, number or phone"
            search={query.search ?? ""}
            kept={links.kept("search")}
          />
          <CreditFilters show={query.show} to={(show) => links.to({ show })} />
        </div>
      }
      none={
        links.isFiltered ? (
          <Empty
            icon={<CreditCard />}
            title={page.next ? "None so far" : "No credit customer matches"}
            action={<ButtonLink href={links.all}>Show all of them</ButtonLink>}
          >
            {page.next ? "There are more to look at: go on with Next." : null}
          </Empty>
        ) : (
          <NobodyYet org={org} />
        )
      }
    />
  );
}

/** Ticked customers go to one form for all of them; it needs no script to get there. */
function Choosing({ org, children }: { org: string; children: ReactNode }) {
  return (
    <form action={toCreditChange(org)} className="grid gap-3">
      {children}
      <div>
        <Button type="submit">Change those chosen</Button>
      </div>
    </form>
  );
}

const Waiting = ({ org, count }: { org: string; count: number }) => (
  <ButtonLink href={toLimitRequests(org)}>{countOf(count, "change")} to approve</ButtonLink>
);

async function Counted({ totals }: { totals: Promise<RouterOutputs["credit"]["totals"]> }) {
  const { count, over, unlimited } = await totals;
  return (
    <span>
      {countOf(count, "customer")}
      {over > 0 ? <span className="text-late">, {over} over the limit</span> : null}
      {unlimited > 0 ? `, ${unlimited} without an upper limit (not in the totals)` : null}
    </span>
  );
}

type Show = keyof typeof CREDIT_FILTERS | undefined;

function CreditFilters({ show, to }: { show: Show; to: (show: Show) => Route }) {
  const filters = Object.entries(CREDIT_FILTERS) as [keyof typeof CREDIT_FILTERS, string][];
  const links = [[undefined, "All"] as const, ...filters].map(([each, words]) => ({
    words,
    href: to(each),
    on: each === show,
  }));
  return <FilterLinks label="Which customers" links={links} />;
}

function NobodyYet({ org }: { org: string }) {
  return (
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
