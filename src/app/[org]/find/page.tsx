// What the one search box leads to: a number opens what bears it, words that mean one customer open that customer, and
// what may mean several is listed.
import type { Metadata, Route } from "next";
import { redirect } from "next/navigation";
import { SearchText, readParams } from "@/domain/lists/search-params.ts";
import { apiFor } from "@/server/api.ts";
import { Card } from "@/ui/card.tsx";
import { Link } from "@/ui/link.tsx";
import { Screen } from "@/ui/page.tsx";
import {
  toCustomer,
  toCustomers,
  toInvoice,
  toInvoices,
  toPayment,
  toReceipt,
  toIssued,
} from "../_shell/links.ts";

export const metadata: Metadata = { title: "Find" };

type Api = Awaited<ReturnType<typeof apiFor>>;
type Numbered = Awaited<ReturnType<Api["books"]["find"]>>[number];

const PAGES: Record<Numbered["kind"], (org: string, id: string) => Route> = {
  customer: toCustomer,
  invoice: toInvoice,
  receipt: toReceipt,
  payment: toPayment,
  statement: toIssued,
};
const WORDS: Record<Numbered["kind"], string> = {
  customer: "Customer",
  invoice: "Invoice",
  receipt: "Receipt",
  payment: "Payment",
  statement: "Statement",
};

export default async function FindPage({ params, searchParams }: PageProps<"/[org]/find">) {
  const { org } = await params;
  const { search } = readParams({ search: SearchText }, await searchParams);
  if (search === undefined) redirect(toCustomers(org));
  const api = await apiFor(org);
  const numbered = await api.books.find({ search });
  const [one] = numbered;
  if (one === undefined) redirect(await byWords(api, org, search));
  if (numbered.length === 1) redirect(PAGES[one.kind](org, one.id));
  return (
    <Screen title={`Several things are numbered ${search}`}>
      <Card>
        <ul className="divide-y divide-line">
          {numbered.map(({ kind, id, number }) => (
            <li key={id}>
              <Link
                href={PAGES[kind](org, id)}
                className="flex min-h-11 items-center gap-2 px-4 hover:bg-hover"
              >
                <span className="font-medium">
                  {WORDS[kind]} {number}
                </span>
              </Link>
            </li>
          ))}
        </ul>
      </Card>
    </Screen>
  );
}

/** Customers, or else invoices that have it in their number. */
async function byWords(api: Api, org: string, search: string): Promise<Route> {
  const customers = await api.customers.find({ search });
  const [customer] = customers;
  if (customer && customers.length === 1) return toCustomer(org, customer.customerId);
  if (customer) return toCustomers(org, { search });
  const { rows } = await api.invoices.list({ search });
  const [invoice] = rows;
  if (invoice && rows.length === 1) return toInvoice(org, invoice.invoiceId);
  return invoice ? toInvoices(org, { search }) : toCustomers(org, { search });
}
