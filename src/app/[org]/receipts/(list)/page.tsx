// Every receipt of the counter, newest first: found by number, customer or what was sold, and totalled over all that
// match. Returns are taken off.
import { ReceiptText, ShoppingBasket } from "lucide-react";
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
import { FilterForm, FilterSelect } from "../../_lists/filter-form.tsx";
import { readCurrentMember, type CurrentMember } from "../../_shell/current-member.ts";
import { asked, toCsv, toNewReceipt, toReceipts } from "../../_shell/links.ts";
import { receiptsAsked } from "./asked.ts";
import { receiptColumns } from "../../_lists/receipt-columns.tsx";

export const metadata: Metadata = { title: "Receipts" };

type Props = {
  params: Promise<{ org: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function ReceiptsPage({ params, searchParams }: Props) {
  const { org } = await params;
  const query = await searchParams;
  const matching = receiptsAsked(query);
  const cursor = asked(query, "cursor")?.slice(0, 100);
  const [here, api] = await Promise.all([readCurrentMember(org), apiFor(org)]);
  const { rows, next } = await api.receipts.list({ ...matching, ...(cursor && { cursor }) });
  if (rows.length === 0 && Object.keys(matching).length === 0) return <None here={here} />;
  const { customerId: customer, kind, ...others } = matching;
  const kept = { ...others, kind, customer };
  return (
    <Screen
      title="Receipts"
      actions={
        <>
          <CsvLink permissions={here.permissions} href={toCsv(toReceipts(org), kept)} />
          <MakeOne here={here} customer={customer} />
        </>
      }
    >
      <FilterForm
        action={toReceipts(org)}
        label="Find a receipt"
        placeholder="Number, customer or what was sold"
        {...others}
        kept={{ customer }}
      >
        <FilterSelect label="Kind" name="kind" value={kind}>
          <option value="">Sales and returns</option>
          <option value="sale">Sales</option>
          <option value="return">Returns</option>
        </FilterSelect>
      </FilterForm>
      {customer ? <OfOne org={org} name={rows[0]?.customerName ?? "this customer"} /> : null}
      <Card>
        {rows.length === 0 ? (
          <Empty
            icon={<ReceiptText />}
            title="No receipt matches"
            action={<ButtonLink href={toReceipts(org)}>Show all</ButtonLink>}
          >
            Numbers, customers, clerks and what was sold are searched.
          </Empty>
        ) : (
          <Table
            caption={`Receipts, newest first, in ${here.org.currency}`}
            columns={receiptColumns(here.org, api.receipts.totals(matching))}
            rows={rows}
            rowKey={(row) => row.receiptId}
            rowLinks
            wide
            totalName={`Total, ${here.org.currency}`}
          />
        )}
      </Card>
      <Pager
        label="Pages of receipts"
        count={null}
        first={cursor ? { href: toReceipts(org, kept), label: "Newest" } : null}
        next={next ? { href: toReceipts(org, { ...kept, cursor: next }), label: "Older" } : null}
      />
    </Screen>
  );
}

function OfOne({ org, name }: { org: string; name: string }) {
  return (
    <p role="status" className="mb-2 text-13 text-soft">
      Receipts of {name} ·{" "}
      <Link href={toReceipts(org)} className="text-accent underline underline-offset-2">
        Show all
      </Link>
    </p>
  );
}

function MakeOne({ here, customer }: { here: CurrentMember; customer: string | undefined }) {
  if (!here.permissions.includes("receipt:record")) return null;
  return (
    <ButtonLink variant="primary" href={toNewReceipt(here.org.slug, { customer })}>
      <ShoppingBasket aria-hidden="true" />
      New receipt
    </ButtonLink>
  );
}

function None({ here }: { here: CurrentMember }) {
  return (
    <Screen title="Receipts">
      <Card>
        <Empty
          icon={<ReceiptText />}
          title="No receipts yet"
          action={<MakeOne here={here} customer={undefined} />}
        >
          The counter makes them: what was bought, how it was paid, and what of it was charged to the account.
        </Empty>
      </Card>
    </Screen>
  );
}
