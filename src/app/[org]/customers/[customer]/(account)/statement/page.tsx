// A customer's statement, up to date and without a number: to look at, to print, and to issue when it is right.
import { FileText, ListChecks } from "lucide-react";
import type { Metadata } from "next";
import { readParams } from "@/domain/lists/search-params.ts";
import { formatDay } from "@/domain/values/day-words.ts";
import { formatInstant } from "@/domain/values/instant.ts";
import { formatMoney } from "@/domain/values/money.ts";
import {
  isLongStatement,
  parseStatementPages,
  type StatementScreen,
} from "@/domain/statements/statement-pages.ts";
import { KIND_LABELS } from "@/domain/statements/kind-words.ts";
import { apiFor } from "@/server/api.ts";
import { NewTabLink } from "@/ui/button.tsx";
import { ButtonLink } from "@/ui/button-link.tsx";
import { Link } from "@/ui/link.tsx";
import { Notice } from "@/ui/notice.tsx";
import { Screen } from "@/ui/page.tsx";
import { PrintButton } from "@/ui/print-button.tsx";
import { StatementView } from "@/ui/statement-view.tsx";
import { readCurrentMember, type CurrentMember } from "../../../../_shell/current-member.ts";
import { momentFaults, readMoment, type MomentParams } from "../../../../_moment/moment.ts";
import { toCustomer, toEvent, toStatement, toStatementPdf, toStatements } from "../../../../_shell/links.ts";
import { readAccount } from "../read-account.ts";
import type { StatementContact } from "../../../../_statement-mail/use-recipients.tsx";
import { statementContacts } from "../../../../_statement-mail/statement-contacts.ts";
import { IssueStatement } from "./issue-statement.tsx";
import { RangeForm } from "./range-form.tsx";
import { STATEMENT_PARAMS, readRange, type Range, type StatementDays } from "./range.ts";

type Props = PageProps<"/[org]/customers/[customer]/statement">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { org, customer } = await params;
  const { name } = await readAccount(org, customer);
  return { title: `Statement for ${name}` };
}

export default async function PreviewPage({ params, searchParams }: Props) {
  const { org, customer } = await params;
  const query = await searchParams;
  const [here, api, account] = await Promise.all([
    readCurrentMember(org),
    apiFor(org),
    readAccount(org, customer),
  ]);
  const { contacts } = await api.customers.read({ customerId: account.customerId });
  const {
    currency,
    kind = "balance-forward",
    family: wantsFamily,
    ...typed
  } = readParams(STATEMENT_PARAMS, query);
  const family = account.hasChildren ? wantsFamily : undefined;
  const range = readRange(typed, here.org.today);
  const moment = readMoment({ knownAt: query["knownAt"] }, here.org.zone);
  const { known } = moment;
  const pages = parseStatementPages(query);
  const wanted = range.days && {
    customer,
    currency,
    kind,
    pages,
    ...(family && { family: true }),
    ...range.days,
    ...(known && { knownAt: known.at }),
  };
  const statement = wanted && (await api.statements.preview(wanted));
  const { customerId } = account;
  const asked = { kind, family, ...typed, knownAt: known?.typed };
  return (
    <Screen
      title={`Statement for ${account.name}`}
      about={
        <Link href={toCustomer(org, customerId, { currency })} className="text-link">
          Back to the account
        </Link>
      }
      actions={
        statement && range.days ? (
          <Actions
            here={here}
            customerId={customerId}
            contacts={statementContacts(contacts)}
            statement={statement}
            days={range.days}
            range={range}
            known={known}
            family={family}
          />
        ) : null
      }
    >
      <RangeForm
        kind={kind}
        range={range}
        known={known?.typed}
        knownFault={momentFaults(moment, here.org.today).knownAt}
        zone={here.org.zone}
        today={here.org.today}
        action={toStatement(org, customerId)}
        kept={{ currency }}
        family={account.hasChildren ? family === "yes" : null}
      />
      {known ? (
        <div className="mb-4">
          <Notice
            tone="soon"
            title={`As it was known ${formatInstant(known.at, here.org.locale, here.org.zone)}`}
          >
            What was recorded later is left out. To issue a statement, clear that field.
          </Notice>
        </div>
      ) : null}
      {statement ? (
        <StatementView
          statement={statement}
          toPage={(page, anchor) => toStatement(org, customerId, { currency, ...asked, ...page }, anchor)}
          toEvent={(eventId) => toEvent(org, eventId)}
        />
      ) : (
        <Notice tone="soon" title="There is no statement for these days">
          Choose other days above; what you typed is still there.
        </Notice>
      )}
    </Screen>
  );
}

type ActionsProps = {
  here: CurrentMember;
  customerId: string;
  contacts: readonly StatementContact[];
  statement: StatementScreen;
  days: StatementDays;
  range: Range;
  known: MomentParams["known"];
  family: "yes" | undefined;
};

function Actions({ here, customerId, contacts, statement, days, range, known, family }: ActionsProps) {
  const { slug, locale } = here.org;
  const { kind, closingCents, currency, asOf, fromOn, customer } = statement;
  const said = {
    closing: formatMoney(closingCents, currency, locale),
    asOf: formatDay(asOf, locale),
    kind: KIND_LABELS[kind],
    accounts: statement.accounts?.length ?? null,
    activity: kind === "open-item" ? null : `${formatDay(fromOn, locale)} to ${formatDay(asOf, locale)}`,
  };
  return (
    <>
      <ButtonLink href={toStatements(slug, { customer: customerId })} variant="quiet">
        <ListChecks aria-hidden="true" />
        Earlier ones
      </ButtonLink>
      {isLongStatement(statement) ? null : <PrintButton />}
      <NewTabLink
        href={toStatementPdf(slug, customerId, {
          currency,
          kind,
          family,
          ...range.typed,
          knownAt: known?.typed,
        })}
      >
        <FileText aria-hidden="true" />
        Preview PDF
      </NewTabLink>
      {here.permissions.includes("statement:issue") && !known ? (
        <IssueStatement
          org={slug}
          customerId={customerId}
          name={customer.name}
          email={contacts[0]?.email ?? customer.email ?? ""}
          contacts={contacts}
          currency={currency}
          asked={{ kind, ...(family && { family: true }), ...days }}
          said={said}
        />
      ) : null}
    </>
  );
}
