// Every payment that came in, newest first: found by number, customer or reference, and totalled over all that match.
import { Banknote, Plus } from "lucide-react";
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
import { asked, toCsv, toNewPayment, toPayments } from "../../_shell/links.ts";
import { orderAsked, paymentsAsked } from "./asked.ts";
import { paymentColumns } from "../../_lists/payment-columns.tsx";
import { PaymentFilters } from "./payment-filters.tsx";

export const metadata: Metadata = { title: "Payments" };

type Props = {
  params: Promise<{ org: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function PaymentsPage({ params, searchParams }: Props) {
  const { org } = await params;
  const query = await searchParams;
  const cursor = asked(query, "cursor");
  const matching = paymentsAsked(query);
  const { search, customerId, method, open, from, through } = matching;
  const { sort, direction } = orderAsked(query);

  const [here, api] = await Promise.all([readCurrentMember(org), apiFor(org)]);
  const { rows, next } = await api.payments.list({ ...matching, sort, direction, ...(cursor && { cursor }) });
  const kept = { search, customer: customerId, method, open: open ? "yes" : undefined, from, through };
  const order = { sort: asked(query, "sort"), direction: asked(query, "direction") };
  const sorted = { ...kept, ...order };
  if (rows.length === 0 && Object.keys(matching).length === 0) return <None here={here} />;
  const totals = api.payments.totals(matching);
  return (
    <Screen
      title="Payments"
      actions={
        <>
          <CsvLink permissions={here.permissions} href={toCsv(toPayments(org), sorted)} />
          <RecordOne here={here} customerId={customerId} />
        </>
      }
    >
      <FilterForm
        action={toPayments(org)}
        label="Find a payment"
        placeholder="Number, reference or customer"
        {...(search && { search })}
        {...(from && { from })}
        {...(through && { through })}
        kept={{ customer: customerId, ...order }}
      >
        <PaymentFilters method={method} open={open ?? false} />
      </FilterForm>
      {Object.keys(matching).length > 0 ? (
        <p role="status" className="mb-2 text-13 text-soft">
          {narrowedWords(matching, rows[0]?.customerName)} ·{" "}
          <Link href={toPayments(org)} className="text-accent underline underline-offset-2">
            Show all
          </Link>
        </p>
      ) : null}
      <Card>
        {rows.length === 0 ? (
          <Empty icon={<Banknote />} title="No payment matches">
            A number or a reference is found by how it begins, a customer by name or number.
          </Empty>
        ) : (
          <Table
            caption={`Payments, in ${here.org.currency}`}
            columns={paymentColumns({ here: here.org, totals, sorting: { sort, direction, kept } })}
            rows={rows}
            rowKey={(row) => row.paymentId}
            rowLinks
            totalName={`Total, ${here.org.currency}`}
          />
        )}
      </Card>
      <Pager
        label="Pages of payments"
        count={null}
        first={cursor ? { href: toPayments(org, sorted), label: "First" } : null}
        next={next ? { href: toPayments(org, { ...sorted, cursor: next }), label: "Next" } : null}
      />
    </Screen>
  );
}

function narrowedWords(
  { search, customerId }: ReturnType<typeof paymentsAsked>,
  name = "this customer",
): string {
  if (customerId) return `Payments of ${name}`;
  return search ? `Payments matching “${search}”` : "Only the payments that match";
}

function RecordOne({ here, customerId }: { here: CurrentMember; customerId: string | undefined }) {
  if (!here.permissions.includes("payment:record")) return null;
  return (
    <ButtonLink variant="primary" href={toNewPayment(here.org.slug, { customer: customerId })}>
      <Plus aria-hidden="true" />
      Record payment
    </ButtonLink>
  );
}

function None({ here }: { here: CurrentMember }) {
  return (
    <Screen title="Payments">
      <Card>
        <Empty
          icon={<Banknote />}
          title="No payments yet"
          action={<RecordOne here={here} customerId={undefined} />}
        >
          A payment settles invoices, oldest due first or as you choose. What settles nothing stays on the
          account as open credit.
        </Empty>
      </Card>
    </Screen>
  );
}
