// Finds the customer that is the same as this one. Enter searches; each one found leads to what the merge would do.
import { Search } from "lucide-react";
import Form from "next/form";
import type { apiFor } from "@/server/api.ts";
import { Amount } from "@/ui/amount.tsx";
import { Button } from "@/ui/button.tsx";
import { Card, Section } from "@/ui/card.tsx";
import { Empty } from "@/ui/empty.tsx";
import { Table } from "@/ui/table.tsx";
import { Link } from "@/ui/link.tsx";
import { toCustomerMerge } from "../../../../_shell/links.ts";

type Api = Awaited<ReturnType<typeof apiFor>>;
type Twin = Awaited<ReturnType<Api["customers"]["list"]>>["rows"][number];
type Props = {
  org: string;
  customerId: string;
  name: string;
  search: string;
  twins: readonly Twin[];
  locale: string;
};

export function FindDuplicate({ org, customerId, name, search, twins, locale }: Props) {
  return (
    <Section id="merge" title={`Which customer is the same as ${name}?`}>
      <Form action={toCustomerMerge(org, customerId)} scroll={false} className="mb-3 flex max-w-md gap-2">
        <input
          key={search}
          name="search"
          aria-label="Find the other customer"
          placeholder="Name, number, e-mail or phone"
          defaultValue={search}
          autoComplete="off"
          className="h-9 min-w-0 flex-1 rounded-control border border-edge bg-card px-2.5 touch:h-11 touch:text-16"
        />
        <Button type="submit">
          <Search aria-hidden="true" />
          Find
        </Button>
      </Form>
      <Card>
        {twins.length === 0 ? (
          <Empty title={search ? `No other customer matches “${search}”` : "Find the other one first"}>
            You see what would move, and choose which of the two stays, before anything is done.
          </Empty>
        ) : (
          <Table
            caption="Customers found"
            rows={twins}
            rowKey={(row) => row.customerId}
            rowLinks
            columns={[
              {
                key: "name",
                head: "Name",
                place: "lead",
                rowHead: true,
                wraps: true,
                cell: (row) => (
                  <Link
                    href={toCustomerMerge(org, customerId, { other: row.customerId })}
                    className="font-medium hover:underline"
                  >
                    {row.name}
                  </Link>
                ),
              },
              { key: "number", head: "Number", place: "sub", cell: (row) => row.number },
              {
                key: "balance",
                head: "Balance",
                place: "lead-end",
                numeric: true,
                cell: (row) => <Amount cents={row.balanceCents} currency={row.currency} locale={locale} />,
              },
            ]}
          />
        )}
      </Card>
    </Section>
  );
}
