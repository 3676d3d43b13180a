// A customer's statement, up to date and without a number: to look at, to print, and to issue when it is right.
import { FileText, ListChecks } from "lucide-react";
import type { Metadata } from "next";
import { formatDay } from "@/domain/day.ts";
import { formatMoney } from "@/domain/money.ts";
import type { Statement } from "@/domain/statement.ts";
import { apiFor } from "@/server/api.ts";
import { ButtonLink, NewTabLink } from "@/ui/button.tsx";
import { Link } from "@/ui/link.tsx";
import { Notice } from "@/ui/notice.tsx";
import { Screen } from "@/ui/page.tsx";
import { PrintButton } from "@/ui/print-button.tsx";
import { StatementView } from "@/ui/statement-view.tsx";
import { readHere, type Here } from "../../../here.ts";
import { asked, toCustomer, toStatement, toStatementPdf, toStatements } from "../../../ways.ts";
import { readAccount } from "../read-account.ts";
import { IssueStatement } from "./issue-statement.tsx";
import { RangeForm } from "./range-form.tsx";
import { readRange, type Range, type StatementDays } from "./range.ts";

type Props = {
  params: Promise<{ org: string; customer: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { org, customer } = await params;
  const { name } = await readAccount(org, customer, undefined, undefined);
  return { title: `Statement for ${name}` };
}

export default async function PreviewPage({ params, searchParams }: Props) {
  const { org, customer } = await params;
  const query = await searchParams;
  const [here, api, account] = await Promise.all([
    readHere(org),
    apiFor(org),
    readAccount(org, customer, undefined, undefined),
  ]);
  const range = readRange({ asOf: asked(query, "asOf"), from: asked(query, "from") }, here.org.today);
  const statement = range.days && (await api.statements.preview({ customer, ...range.days }));
  const { customerId } = account;
  return (
    <Screen
      title={`Statement for ${account.name}`}
      about={
        <Link href={toCustomer(org, customerId)} className="text-accent underline underline-offset-2">
          Back to the account
        </Link>
      }
      actions={
        statement && range.days ? (
          <Actions
            here={here}
            customerId={customerId}
            statement={statement}
            days={range.days}
            range={range}
          />
        ) : null
      }
    >
      <RangeForm range={range} today={here.org.today} action={toStatement(org, customerId)} />
      {statement ? (
        <StatementView statement={statement} />
      ) : (
        <Notice tone="soon" title="There is no statement for these days">
          Choose other days above; what you typed is still there.
        </Notice>
      )}
    </Screen>
  );
}

type ActionsProps = {
  here: Here;
  customerId: string;
  statement: Statement;
  days: StatementDays;
  range: Range;
};

function Actions({ here, customerId, statement, days, range }: ActionsProps) {
  const { slug, locale } = here.org;
  const { closingCents, currency, asOf, fromOn, customer } = statement;
  const said = {
    closing: formatMoney(closingCents, currency, locale),
    asOf: formatDay(asOf, locale),
    activity: `${formatDay(fromOn, locale)} to ${formatDay(asOf, locale)}`,
  };
  return (
    <>
      <ButtonLink href={toStatements(slug, { customer: customerId })} look="quiet">
        <ListChecks aria-hidden="true" />
        Earlier ones
      </ButtonLink>
      <PrintButton />
      <NewTabLink href={toStatementPdf(slug, customerId, range.typed)}>
        <FileText aria-hidden="true" />
        Preview PDF
      </NewTabLink>
      {here.permissions.includes("statement:issue") ? (
        <IssueStatement
          org={slug}
          customerId={customerId}
          name={customer.name}
          email={customer.email ?? ""}
          days={days}
          said={said}
        />
      ) : null}
    </>
  );
}
