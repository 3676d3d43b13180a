// Every receipt of the counter, newest first: found by number, customer or what was sold, and totalled over all that
// match. Returns are taken off.
import { ReceiptText, ShoppingBasket } from "lucide-react";
import type { Metadata } from "next";
import { RECEIPT_FILTERS, receiptList } from "@/domain/receipts/receipt-list.ts";
import { apiFor } from "@/server/api.ts";
import { ButtonLink } from "@/ui/button-link.tsx";
import { Empty } from "@/ui/empty.tsx";
import { FilterForm, FilterSelect } from "../../_lists/filter-form.tsx";
import { listLinks } from "../../_lists/list-links.ts";
import { BY_DAY } from "../../_lists/list-rows.tsx";
import { EmptyList, Filtered, ListScreen } from "../../_lists/list-screen.tsx";
import { receiptColumns } from "../../_lists/receipt-columns.tsx";
import { readCurrentMember, type CurrentMember } from "../../_shell/current-member.ts";
import { toNewReceipt, toReceipts } from "../../_shell/links.ts";

export const metadata: Metadata = { title: "Receipts" };

export default async function ReceiptsPage({ params, searchParams }: PageProps<"/[org]/receipts">) {
  const { org } = await params;
  const asked = await searchParams;
  const query = receiptList.read(asked);
  const links = listLinks(receiptList, query, (asked) => toReceipts(org, asked));
  const [here, api] = await Promise.all([readCurrentMember(org), apiFor(org)]);
  const page = await api.receipts.list(query);
  if (page.rows.length === 0 && !links.isFiltered) return <None here={here} />;
  const totals = api.receipts.totals(receiptList.match(query));
  return (
    <ListScreen
      here={here}
      links={links}
      page={page}
      title="Receipts"
      what="receipts"
      caption={`Receipts, newest first, in ${here.org.currency}`}
      columns={receiptColumns({ org: here.org, totals })}
      rowKey={(row) => row.receiptId}
      wide
      totalName={`Total, ${here.org.currency}`}
      turns={BY_DAY}
      action={<MakeOne here={here} customerId={query.customerId} />}
      filters={
        <>
          <FilterForm
            action={links.all}
            label="Find a receipt"
            placeholder="Number, customer or what was sold"
            {...query}
            unread={receiptList.unreadDays(asked)}
            kept={links.kept("search", "fromOn", "throughOn", "kind")}
          >
            <FilterSelect label="Kind" name="kind" value={query.kind}>
              <option value="">Sales and returns</option>
              {Object.entries(RECEIPT_FILTERS).map(([kind, words]) => (
                <option key={kind} value={kind}>
                  {words}
                </option>
              ))}
            </FilterSelect>
          </FilterForm>
          {query.customerId ? (
            <Filtered all={links.all}>Receipts of {page.rows[0]?.customerName ?? "this customer"}</Filtered>
          ) : null}
        </>
      }
      none={
        <Empty
          icon={<ReceiptText />}
          title="No receipt matches"
          action={<ButtonLink href={links.all}>Show all</ButtonLink>}
        >
          Numbers, customers, clerks and what was sold are searched.
        </Empty>
      }
    />
  );
}

function MakeOne({ here, customerId }: { here: CurrentMember; customerId?: string | undefined }) {
  if (!here.permissions.includes("receipt:record")) return null;
  return (
    <ButtonLink variant="primary" href={toNewReceipt(here.org.slug, { customer: customerId })}>
      <ShoppingBasket aria-hidden="true" />
      New receipt
    </ButtonLink>
  );
}

function None({ here }: { here: CurrentMember }) {
  return (
    <EmptyList title="Receipts">
      <Empty icon={<ReceiptText />} title="No receipts yet" action={<MakeOne here={here} />}>
        The counter makes them: what was bought, how it was paid, and what of it was charged to the account.
      </Empty>
    </EmptyList>
  );
}
