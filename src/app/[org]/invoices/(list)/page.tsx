// Every invoice that was issued: found by number or customer, narrowed by status and day, and totalled over all that
// match.
import { FileSpreadsheet } from "lucide-react";
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
import { FilterForm } from "../../_lists/filter-form.tsx";
import { readCurrentMember, type CurrentMember } from "../../_shell/current-member.ts";
import { asked, toCsv, toImport, toInvoices, toNewReceipt } from "../../_shell/links.ts";
import { invoicesAsked, orderAsked } from "./asked.ts";
import { invoiceColumns } from "../../_lists/invoice-columns.tsx";
import { StatePills } from "./state-pills.tsx";

export const metadata: Metadata = { title: "Invoices" };

type Props = {
  params: Promise<{ org: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function InvoicesPage({ params, searchParams }: Props) {
  const { org } = await params;
  const query = await searchParams;
  const matching = invoicesAsked(query);
  const { sort, direction } = orderAsked(query);
  const cursor = asked(query, "cursor")?.slice(0, 60);
  const [here, api] = await Promise.all([readCurrentMember(org), apiFor(org)]);
  const { rows, next } = await api.invoices.list({ ...matching, sort, direction, ...(cursor && { cursor }) });
  if (rows.length === 0 && Object.keys(matching).length === 0) return <None here={here} />;
  const { customerId: customer, state, ...others } = matching;
  const kept = { ...others, customer, state };
  const sorted = { ...kept, ...(sort !== "issued" && { sort }), ...(direction !== "desc" && { direction }) };
  const totals = api.invoices.totals(matching);
  return (
    <Screen
      title="Invoices"
      actions={<CsvLink permissions={here.permissions} href={toCsv(toInvoices(org), sorted)} />}
    >
      <FilterForm
        action={toInvoices(org)}
        label="Find an invoice"
        placeholder="Number or customer"
        {...others}
        kept={{ state, customer }}
      />
      <StatePills org={org} state={state} kept={{ ...others, customer }} />
      {customer ? <OfOne org={org} name={rows[0]?.customerName} /> : null}
      <Card>
        {rows.length === 0 ? (
          <Empty
            icon={<FileSpreadsheet />}
            title="No invoice matches"
            action={<ButtonLink href={toInvoices(org)}>Show all</ButtonLink>}
          >
            A number is found by how it begins, a customer by name or number.
          </Empty>
        ) : (
          <Table
            caption={`Invoices, in ${here.org.currency}`}
            columns={invoiceColumns({
              here: here.org,
              totals,
              sorting: { sort, direction, kept },
              withReceipts: rows.some((row) => row.receipt !== null),
            })}
            rows={rows}
            rowKey={(row) => row.invoiceId}
            rowLinks
            totalName={`Total, ${here.org.currency}`}
          />
        )}
      </Card>
      <Pager
        label="Pages of invoices"
        count={null}
        first={cursor ? { href: toInvoices(org, sorted), label: "First" } : null}
        next={next ? { href: toInvoices(org, { ...sorted, cursor: next }), label: "Next" } : null}
      />
    </Screen>
  );
}

function OfOne({ org, name = "this customer" }: { org: string; name: string | undefined }) {
  return (
    <p role="status" className="mb-2 text-13 text-soft">
      Invoices of {name} ·{" "}
      <Link href={toInvoices(org)} className="text-accent underline underline-offset-2">
        Show all
      </Link>
    </p>
  );
}

function None({ here }: { here: CurrentMember }) {
  const { slug } = here.org;
  return (
    <Screen title="Invoices">
      <Card>
        <Empty
          icon={<FileSpreadsheet />}
          title="No invoices yet"
          action={<NextStep here={here} slug={slug} />}
        >
          A charge to an account at the counter makes an invoice; those from before come in by an import.
        </Empty>
      </Card>
    </Screen>
  );
}

function NextStep({ here, slug }: { here: CurrentMember; slug: string }) {
  if (here.permissions.includes("books:import"))
    return (
      <ButtonLink variant="primary" href={toImport(slug)}>
        Import invoices
      </ButtonLink>
    );
  return here.permissions.includes("receipt:record") ? (
    <ButtonLink variant="primary" href={toNewReceipt(slug)}>
      Go to the counter
    </ButtonLink>
  ) : null;
}
