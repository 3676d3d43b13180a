// All customers of the business with what they owe: found by name or number, sorted by any column, totalled over all
// that match and not only over the rows in sight.
import { Plus } from "lucide-react";
import type { Metadata } from "next";
import type { ReactNode } from "react";
import { countOf } from "@/domain/count-of.ts";
import { customerList } from "@/domain/customers/customer-list.ts";
import { apiFor } from "@/server/api.ts";
import type { RouterOutputs } from "@/server/client.ts";
import { ButtonLink } from "@/ui/button-link.tsx";
import { Later } from "@/ui/later.tsx";
import { customerColumns } from "../../_lists/customer-columns.tsx";
import { listLinks, type PageLinks } from "../../_lists/list-links.ts";
import { EmptyList, ListScreen, ShowAll } from "../../_lists/list-screen.tsx";
import { readCurrentMember, type CurrentMember } from "../../_shell/current-member.ts";
import { toCreditCustomers, toCustomers, toNewCustomer, toSaid, type Query } from "../../_shell/links.ts";
import { ArchiveChosen } from "./archive-chosen.tsx";
import { FirstSteps } from "./first-steps.tsx";
import { CustomerFilters } from "./customer-filters.tsx";
import { LabelChosen } from "./label-chosen.tsx";
import { LabelFilters } from "./label-filters.tsx";
import { NoCustomers, NoneYet } from "./no-customers.tsx";

export const metadata: Metadata = { title: "Customers" };

export default async function CustomersPage({ params, searchParams }: PageProps<"/[org]/customers">) {
  const { org } = await params;
  const sent = await searchParams;
  const query = customerList.read(sent);
  const { search, show, label } = query;
  /** Whether rows can be ticked, to put a label on them; on each page of the list. */
  const isPicking = sent["pick"] === "label";
  const at = (asked: Query = {}, pick = isPicking) =>
    toCustomers(org, { ...asked, pick: pick ? "label" : null });
  const links = listLinks(customerList, query, (asked) => at(asked));
  const [here, api] = await Promise.all([readCurrentMember(org), apiFor(org)]);
  const [page, labels] = await Promise.all([api.customers.list(query), api.labels.names({})]);
  const { length } = page.rows;
  // Only whoever sets the business up, and where the list is short: a long one belongs to nobody who begins.
  const mayBegin = here.permissions.includes("settings:change") && !links.isFiltered && page.next === null;
  const steps = mayBegin && links.first === null ? await api.books.firstSteps({}) : null;
  const begin = <FirstSteps org={org} steps={steps} />;
  if (length === 0 && !links.isFiltered) return <NobodyYet here={here} begin={begin} />;

  const mayWrite = here.permissions.includes("customer:write");
  const archivable = show === "empty" && length > 0 && mayWrite;
  const labelling = !archivable && isPicking && length > 0 && mayWrite && labels.length > 0;
  const choosable = archivable || labelling;
  const totals = length > 0 ? api.customers.totals(customerList.match(query)) : null;
  return (
    <ListScreen
      here={here}
      links={links}
      page={page}
      title="Customers"
      what="customers"
      caption={`Customers, in ${here.org.currency}`}
      columns={
        totals
          ? customerColumns({
              org: here.org,
              totals,
              sortBy: links.sortBy,
              choosable,
              exemptions: show === "exemption-ends",
            })
          : []
      }
      rowKey={(row) => row.customerId}
      totalName={`Total, ${here.org.currency}`}
      count={totals && (links.first || page.next) ? <Showing totals={totals} rows={length} /> : null}
      {...(archivable && { frame: (rows) => <ArchiveChosen org={org}>{rows}</ArchiveChosen> })}
      {...(labelling && {
        frame: (rows) => (
          <LabelChosen key={label} org={org} labels={labels} label={label}>
            {rows}
          </LabelChosen>
        ),
      })}
      about={totals ? <Found totals={totals} search={search} all={at({ show, label })} /> : null}
      before={
        <>
          <ButtonLink href={toSaid(org)}>From customers</ButtonLink>
          <ButtonLink href={toCreditCustomers(org)}>Credit customers</ButtonLink>
        </>
      }
      action={<AddOne here={here} />}
      filters={
        <>
          {begin}
          <CustomerFilters show={show} to={(each) => links.to({ show: each })} />
          {labels.length > 0 ? (
            <LabelFilters
              labels={labels}
              label={label}
              to={(id) => links.to({ label: id })}
              pick={mayWrite && show !== "empty" ? { href: at(links.kept(), !isPicking), isPicking } : null}
            />
          ) : null}
        </>
      }
      none={<NoCustomers all={links.all} search={search} show={show} isLabelled={label !== undefined} />}
    />
  );
}

function AddOne({ here }: { here: CurrentMember }) {
  if (!here.permissions.includes("customer:write")) return null;
  return (
    <ButtonLink href={toNewCustomer(here.org.slug)} variant="primary">
      <Plus aria-hidden="true" />
      New customer
    </ButtonLink>
  );
}

type Totals = Promise<RouterOutputs["customers"]["totals"]>;

type FoundProps = { totals: Totals; search: string | undefined; all: PageLinks["all"] };

function Found({ totals, search, all }: FoundProps) {
  const count = (
    <Later width="w-24">
      <Count totals={totals} />
    </Later>
  );
  if (!search) return <p>{count}</p>;
  return (
    <p role="status">
      {count} matching “{search}” · <ShowAll all={all} />
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

/** With its own, larger invitation. */
function NobodyYet({ here, begin }: { here: CurrentMember; begin: ReactNode }) {
  return (
    <EmptyList title="Customers" before={begin}>
      <NoneYet here={here} />
    </EmptyList>
  );
}
