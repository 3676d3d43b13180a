// A statement as it was issued: the frozen paper, who it was mailed to and how that went, and the links that open it.
import { Download } from "lucide-react";
import type { Metadata } from "next";
import { apiFor } from "@/server/api.ts";
import { isLongStatement, parseStatementPages, screenOf } from "@/domain/statements/statement-pages.ts";
import { formatDay } from "@/domain/values/day-words.ts";
import { DownloadLink } from "@/ui/button.tsx";
import { InstantText } from "@/ui/instant.tsx";
import { Link } from "@/ui/link.tsx";
import { Screen } from "@/ui/page.tsx";
import { PrintButton } from "@/ui/print-button.tsx";
import { StatementView } from "@/ui/statement-view.tsx";
import { readCurrentMember } from "../../_shell/current-member.ts";
import { currencyHref, toCustomer, toIssued, toIssuedPdf } from "../../_shell/links.ts";
import { Mails } from "../../_statement-mail/mails.tsx";
import { statementContacts } from "../../_statement-mail/statement-contacts.ts";
import { Links } from "./links.tsx";
import { readStatement } from "./read-statement.ts";
import { SendStatement } from "./send-statement.tsx";

type Props = PageProps<"/[org]/statements/[statement]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { org, statement } = await params;
  const { number } = await readStatement(org, statement);
  return { title: `Statement ${number}` };
}

export default async function IssuedPage({ params, searchParams }: Props) {
  const { org, statement: statementId } = await params;
  const [here, issued] = await Promise.all([readCurrentMember(org), readStatement(org, statementId)]);
  const api = await apiFor(org);
  const { contacts } = await api.customers.read({ customerId: issued.customerId });
  const place = { locale: here.org.locale, zone: here.org.zone };
  const mayIssue = here.permissions.includes("statement:issue");
  const { number } = issued;
  const statement = screenOf(issued.statement, parseStatementPages(await searchParams));
  const mailed = statementContacts(contacts);
  const recipient = mailed[0]?.email ?? issued.mails[0]?.recipient ?? issued.customerEmail ?? "";
  return (
    <Screen
      title={`Statement ${number}`}
      about={
        <p>
          <Link
            href={toCustomer(org, issued.customerId, currencyHref(statement.currency, here.org.currency))}
            className="text-link"
          >
            {issued.customerName}
          </Link>{" "}
          · as of {formatDay(statement.asOf, here.org.locale)} · issued{" "}
          <InstantText at={issued.issuedAt} {...place} /> by {issued.issuedBy}
        </p>
      }
      actions={
        <>
          {isLongStatement(statement) ? null : <PrintButton />}
          <DownloadLink href={toIssuedPdf(org, statementId)} variant={mayIssue ? "plain" : "primary"}>
            <Download aria-hidden="true" />
            Download PDF
          </DownloadLink>
          {mayIssue ? (
            <SendStatement
              org={org}
              statementId={statementId}
              number={number}
              recipient={recipient}
              contacts={mailed}
            />
          ) : null}
        </>
      }
    >
      <div className="mb-6 grid items-start gap-x-6 gap-y-5 wide:grid-cols-2 print:hidden [&>section]:mt-0">
        <Mails mails={issued.mails} place={place} goesOut={issued.goesOut} />
        <Links org={org} issued={issued} place={place} mayIssue={mayIssue} />
      </div>
      <StatementView
        statement={statement}
        toPage={(query, anchor) => toIssued(org, statementId, query, anchor)}
      />
    </Screen>
  );
}
