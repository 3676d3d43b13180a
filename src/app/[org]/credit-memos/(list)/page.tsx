// Every credit memo that was issued, newest first: found by number or customer, and what of each is still open credit.
import { FileMinus } from "lucide-react";
import type { Metadata } from "next";
import { creditMemoList } from "@/domain/invoices/credit-memo-list.ts";
import { apiFor } from "@/server/api.ts";
import { ButtonLink } from "@/ui/button-link.tsx";
import { Empty } from "@/ui/empty.tsx";
import { creditMemoColumns } from "../../_lists/credit-memo-columns.tsx";
import { FilterForm } from "../../_lists/filter-form.tsx";
import { listLinks } from "../../_lists/list-links.ts";
import { EmptyList, Filtered, ListScreen } from "../../_lists/list-screen.tsx";
import { readCurrentMember } from "../../_shell/current-member.ts";
import { toCreditMemos, toInvoices } from "../../_shell/links.ts";

export const metadata: Metadata = { title: "Credit memos" };

export default async function CreditMemosPage({ params, searchParams }: PageProps<"/[org]/credit-memos">) {
  const { org } = await params;
  const asked = await searchParams;
  const query = creditMemoList.read(asked);
  const links = listLinks(creditMemoList, query, (some) => toCreditMemos(org, some));
  const [here, api] = await Promise.all([readCurrentMember(org), apiFor(org)]);
  const page = await api.creditMemos.list(query);
  const invoices = <ButtonLink href={toInvoices(org)}>All invoices</ButtonLink>;
  if (page.rows.length === 0 && !links.isFiltered)
    return (
      <EmptyList title="Credit memos">
        <Empty icon={<FileMinus />} title="No credit memos yet" action={invoices}>
          Open an invoice and choose Credit: whole, by line or by amount. Goods brought back at the counter
          make one, too.
        </Empty>
      </EmptyList>
    );
  return (
    <ListScreen
      here={here}
      links={links}
      page={page}
      title="Credit memos"
      what="credit memos"
      caption={`Credit memos, in ${here.org.currency}`}
      columns={creditMemoColumns({ org: here.org, sortBy: links.sortBy })}
      rowKey={(row) => row.creditMemoId}
      count={`Amounts in ${here.org.currency} unless said otherwise`}
      before={invoices}
      filters={
        <>
          <FilterForm
            action={links.all}
            label="Find a credit memo"
            placeholder="Number or customer"
            {...query}
            unread={creditMemoList.unreadDays(asked)}
            kept={links.kept("search", "fromOn", "throughOn", "open")}
          >
            <label className="flex min-h-9 items-center gap-2 text-13 touch:min-h-11">
              <input
                type="checkbox"
                name="open"
                value="yes"
                defaultChecked={query.open !== undefined}
                className="size-4 accent-accent touch:size-5"
              />
              With open credit
            </label>
          </FilterForm>
          {links.isFiltered ? (
            <Filtered all={links.all}>
              {query.customerId
                ? `Credit memos of ${page.rows[0]?.customerName ?? "this customer"}`
                : "Only the credit memos that match"}
            </Filtered>
          ) : null}
        </>
      }
      none={
        <Empty icon={<FileMinus />} title="No credit memo matches">
          A number is found by how it begins, a customer by name or number.
        </Empty>
      }
    />
  );
}
