// Every statement that was issued, newest first: found by number or customer, filtered by how its mail went.
import { FileText } from "lucide-react";
import type { Metadata } from "next";
import { countOf } from "@/domain/count-of.ts";
import { STATEMENT_MAILS, statementList } from "@/domain/statements/statement-list.ts";
import { apiFor } from "@/server/api.ts";
import { ButtonLink } from "@/ui/button-link.tsx";
import { Empty } from "@/ui/empty.tsx";
import { FilterLinks } from "@/ui/filter-links.tsx";
import { FindBox } from "@/ui/find-box.tsx";
import { Later } from "@/ui/later.tsx";
import { Link } from "@/ui/link.tsx";
import { listLinks } from "../../_lists/list-links.ts";
import { EmptyList, ListScreen, ShowAll } from "../../_lists/list-screen.tsx";
import { statementColumns } from "../../_lists/statement-columns.tsx";
import { readCurrentMember } from "../../_shell/current-member.ts";
import { toCustomer, toCustomers, toStatements } from "../../_shell/links.ts";
import { toBounced, toNewRun, toRuns } from "../../_shell/run-links.ts";

export const metadata: Metadata = { title: "Statements" };

export default async function StatementsPage({ params, searchParams }: PageProps<"/[org]/statements">) {
  const { org } = await params;
  const query = statementList.read(await searchParams);
  const { search, customerId, mail } = query;
  const links = listLinks(statementList, query, (asked) => toStatements(org, asked));
  const [here, api] = await Promise.all([readCurrentMember(org), apiFor(org)]);
  const page = await api.statements.list(query);
  const [first] = page.rows;
  if (!first && !search && !mail)
    return <None org={org} customerId={customerId} mayRun={here.permissions.includes("statement:issue")} />;
  return (
    <ListScreen
      here={here}
      links={links}
      page={page}
      title="Statements"
      what="statements"
      caption={`Issued statements, in ${here.org.currency}`}
      columns={statementColumns({ org: here.org, sortBy: links.sortBy })}
      rowKey={(row) => row.statementId}
      before={
        <>
          <ButtonLink href={toBounced(org)}>Bounced</ButtonLink>
          <ButtonLink href={toRuns(org)}>Runs</ButtonLink>
        </>
      }
      action={
        here.permissions.includes("statement:issue") ? (
          <ButtonLink href={toNewRun(org)} variant="primary">
            New run
          </ButtonLink>
        ) : null
      }
      count={`Amounts in ${here.org.currency} unless said otherwise`}
      about={
        customerId && first ? (
          <p>
            of{" "}
            <Link href={toCustomer(org, customerId)} className="text-link">
              {first.customerName}
            </Link>{" "}
            · <ShowAll all={links.all} />
          </p>
        ) : (
          <Count counted={api.statements.count(statementList.match(query))} />
        )
      }
      filters={
        <div className="mb-3 flex flex-wrap items-center gap-x-4 gap-y-2">
          <FindBox
            action={links.all}
            label="Find a statement"
            hint="Number or customer"
            search={search ?? ""}
            kept={links.kept("search")}
          />
          <FilterLinks
            label="Statements by their mail"
            links={([undefined, "none", "sent", "failed", "bounced"] as const).map((each) => ({
              words: each ? STATEMENT_MAILS[each] : "All",
              href: links.to({ mail: each }),
              on: mail === each,
            }))}
          />
        </div>
      }
      none={
        <Empty
          icon={<FileText />}
          title="No statement matches"
          action={<ButtonLink href={links.all}>Show all statements</ButtonLink>}
        >
          Statement numbers and customers are searched.
        </Empty>
      }
    />
  );
}

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

type NoneProps = { org: string; customerId: string | undefined; mayRun: boolean };

function None({ org, customerId, mayRun }: NoneProps) {
  const next = customerId ? toCustomer(org, customerId) : toCustomers(org);
  return (
    <EmptyList title="Statements">
      <Empty
        icon={<FileText />}
        title={customerId ? "No statement of this customer yet" : "No statements yet"}
        action={
          <>
            {mayRun && !customerId ? <ButtonLink href={toNewRun(org)}>For all customers</ButtonLink> : null}{" "}
            <ButtonLink href={next} variant="primary">
              {customerId ? "Open the customer" : "Choose a customer"}
            </ButtonLink>
          </>
        }
      >
        A customer’s Statement button shows it up to date. Issuing gives it a number and keeps it as it is;
        from there it can be mailed. A run makes those of all customers.
      </Empty>
    </EmptyList>
  );
}
