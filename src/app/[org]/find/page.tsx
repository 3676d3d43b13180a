// What the one search box leads to: a number opens what bears it, words that mean one customer open that customer, and
// what may mean several is listed.
import type { Metadata, Route } from "next";
import { redirect } from "next/navigation";
import { SearchText, readParams } from "@/domain/lists/search-params.ts";
import { apiFor } from "@/server/api.ts";
import type { RouterOutputs } from "@/server/client.ts";
import { Card } from "@/ui/card.tsx";
import { Link } from "@/ui/link.tsx";
import { Screen } from "@/ui/page.tsx";
import {
  toCreditMemo,
  toCustomer,
  toCustomers,
  toDeposit,
  toInvoice,
  toInvoices,
  toIssued,
  toJob,
  toPayment,
  toReceipt,
} from "../_shell/links.ts";

export const metadata: Metadata = { title: "Find" };

type Api = Awaited<ReturnType<typeof apiFor>>;
type Numbered = RouterOutputs["books"]["find"]["numbered"][number];
type Hit = { href: Route; words: string; name?: string };

const KINDS: Record<Numbered["kind"], { words: string; to: (org: string, id: string) => Route }> = {
  customer: { words: "Customer", to: toCustomer },
  job: { words: "Job", to: toJob },
  invoice: { words: "Invoice", to: toInvoice },
  receipt: { words: "Receipt", to: toReceipt },
  payment: { words: "Payment", to: toPayment },
  deposit: { words: "Deposit", to: toDeposit },
  "credit-memo": { words: "Credit memo", to: toCreditMemo },
  statement: { words: "Statement", to: toIssued },
};

export default async function FindPage({ params, searchParams }: PageProps<"/[org]/find">) {
  const { org } = await params;
  const { search } = readParams({ search: SearchText }, await searchParams);
  if (search === undefined) redirect(toCustomers(org));
  const hits = await findHits(await apiFor(org), org, search);
  const [only] = hits;
  if (only && hits.length === 1) redirect(only.href);
  return (
    <Screen title={`“${search}” may mean`}>
      <Card>
        <ul className="divide-y divide-line">
          {hits.map(({ href, words, name }) => (
            <li key={href}>
              <Link
                href={href}
                className="flex min-h-11 flex-wrap items-center gap-x-2 px-4 -outline-offset-2 hover:bg-hover"
              >
                <span className="font-medium">{words}</span>
                {name ? <span className="text-soft">{name}</span> : null}
              </Link>
            </li>
          ))}
        </ul>
      </Card>
    </Screen>
  );
}

/** At least one: where nothing bears such a number, the list that shows what is like it, or says that nothing is. */
async function findHits(api: Api, org: string, search: string): Promise<Hit[]> {
  const { numbered, isSure } = await api.books.find({ search });
  const papers = numbered.map(({ kind, id, number }) => ({
    href: KINDS[kind].to(org, id),
    words: `${KINDS[kind].words} ${number}`,
  }));
  if (isSure) return papers;
  const customers = await api.customers.find({ search });
  if (papers.length === 0)
    return [{ href: await byWords(api, org, { search, customers }), words: "Results" }];
  const named = customers.map(({ customerId, number, name }) => ({
    href: toCustomer(org, customerId),
    words: `Customer ${number}`,
    ...(name !== number && { name }),
  }));
  return [...papers, ...named.filter(({ href }) => papers.every((paper) => paper.href !== href))];
}

type Words = { search: string; customers: RouterOutputs["customers"]["find"] };

/** The one customer who is meant, or those who may be; else the invoices that have it in their number. */
async function byWords(api: Api, org: string, { search, customers }: Words): Promise<Route> {
  const [customer] = customers;
  if (customer && customers.length === 1) return toCustomer(org, customer.customerId);
  if (customer) return toCustomers(org, { search });
  const { rows } = await api.invoices.list({ search });
  const [invoice] = rows;
  if (invoice && rows.length === 1) return toInvoice(org, invoice.invoiceId);
  return invoice ? toInvoices(org, { search }) : toCustomers(org, { search });
}
