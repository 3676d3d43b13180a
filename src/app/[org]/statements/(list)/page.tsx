// Every statement that was issued, newest first: found by number or customer, narrowed by how its mail went.
import { FileText } from "lucide-react";
import type { Metadata } from "next";
import { countOf } from "@/domain/count-of.ts";
import { apiFor } from "@/server/api.ts";
import { ButtonLink } from "@/ui/button.tsx";
import { Card } from "@/ui/card.tsx";
import { CsvLink } from "@/ui/csv-link.tsx";
import { Empty } from "@/ui/empty.tsx";
import { FilterLinks } from "@/ui/filter-links.tsx";
import { FindBox } from "@/ui/find-box.tsx";
import { Later } from "@/ui/later.tsx";
import { Link } from "@/ui/link.tsx";
import { Screen } from "@/ui/page.tsx";
import { Pager } from "@/ui/pager.tsx";
import { Table } from "@/ui/table.tsx";
import { readCurrentMember } from "../../_shell/current-member.ts";
import { asked, toCsv, toCustomer, toCustomers, toStatements } from "../../_shell/links.ts";
import { statementSort, statementsAsked, type Mail } from "../../_lists/statement-query.ts";
import { statementColumns } from "../../_lists/statement-columns.tsx";

export const metadata: Metadata = { title: "Statements" };

type Props = {
  params: Promise<{ org: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function StatementsPage({ params, searchParams }: Props) {
  const [{ org }, query] = await Promise.all([params, searchParams]);
  const cursor = asked(query, "cursor");
  const [matching, sorting] = [statementsAsked(query), statementSort(query)];
  const { search, customerId, mail } = matching;

  const [here, api] = await Promise.all([readCurrentMember(org), apiFor(org)]);
  const { rows, next } = await api.statements.list({ ...matching, ...sorting, ...(cursor && { cursor }) });
  const narrowed = { search, customer: customerId, mail };
  const order = { sort: asked(query, "sort"), direction: asked(query, "direction") };
  const kept = { ...narrowed, ...order };
  if (rows.length === 0 && !search && !mail) return <None org={org} customerId={customerId} />;
  return (
    <Screen
      title="Statements"
      about={
        customerId && rows.length > 0 ? (
          <OfOne org={org} customerId={customerId} name={rows[0]?.customerName} />
        ) : (
          <Count counted={api.statements.count(matching)} />
        )
      }
      actions={<CsvLink permissions={here.permissions} href={toCsv(toStatements(org), kept)} />}
    >
      <div className="mb-3 flex flex-wrap items-center gap-x-4 gap-y-2">
        <FindBox
          action={toStatements(org)}
          label="Find a statement"
          hint="Number or customer"
          search={search ?? ""}
          kept={{ customer: customerId, mail, ...order }}
        />
        <FilterLinks
          label="Statements by their mail"
          links={MAIL_WORDS.map(([which, words]) => ({
            words,
            href: toStatements(org, { search, customer: customerId, ...order, mail: which }),
            on: mail === which,
          }))}
        />
      </div>
      <Card>
        {rows.length === 0 ? (
          <Empty
            icon={<FileText />}
            title="No statement matches"
            action={<ButtonLink href={toStatements(org)}>Show all statements</ButtonLink>}
          >
            Statement numbers and customers are searched.
          </Empty>
        ) : (
          <Table
            caption={`Issued statements, in ${here.org.currency}`}
            columns={statementColumns(here.org, { sorting, kept: narrowed })}
            rows={rows}
            rowKey={(row) => row.statementId}
            rowLinks
          />
        )}
      </Card>
      <Pager
        label="Pages of statements"
        count={`Amounts in ${here.org.currency} unless said otherwise`}
        first={cursor ? { href: toStatements(org, kept), label: "First" } : null}
        next={next ? { href: toStatements(org, { ...kept, cursor: next }), label: "Next" } : null}
      />
    </Screen>
  );
}

const MAIL_WORDS: readonly (readonly [Mail | undefined, string])[] = [
  [undefined, "All"],
  ["none", "Not mailed"],
  ["sent", "Sent"],
  ["failed", "Failed"],
];

/** Follows the rows. */
function Count({ counted }: { counted: Promise<{ count: number }> }) {
  return (
    <p role="status">
      <Later width="w-24">
        <Counted counted={counted} />
      </Later>
    </p>
  );
}

async function Counted({ counted }: { counted: Promise<{ count: number }> }) {
  return countOf((await counted).count, "statement");
}

type OfOneProps = { org: string; customerId: string; name: string | undefined };

function OfOne({ org, customerId, name }: OfOneProps) {
  return (
    <p>
      of{" "}
      <Link href={toCustomer(org, customerId)} className="text-accent underline underline-offset-2">
        {name}
      </Link>{" "}
      ·{" "}
      <Link href={toStatements(org)} className="text-accent underline underline-offset-2">
        Show all
      </Link>
    </p>
  );
}

function None({ org, customerId }: { org: string; customerId: string | undefined }) {
  const next = customerId ? toCustomer(org, customerId) : toCustomers(org);
  return (
    <Screen title="Statements">
      <Card>
        <Empty
          icon={<FileText />}
          title={customerId ? "No statement of this customer yet" : "No statements yet"}
          action={
            <ButtonLink href={next} variant="primary">
              {customerId ? "Open the customer" : "Choose a customer"}
            </ButtonLink>
          }
        >
          A customer’s Statement button shows it up to date. Issuing gives it a number and keeps it as it is;
          from there it can be mailed.
        </Empty>
      </Card>
    </Screen>
  );
}
