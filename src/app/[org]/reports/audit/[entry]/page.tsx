// One entry of the audit log: who did what, from where, and each field as it was and as it was sent.
import type { Metadata } from "next";
import type { ReactNode } from "react";
import { factsOf, type AuditFact } from "@/domain/business/audit-facts.ts";
import { actionWords } from "@/domain/business/audit-words.ts";
import { cents, formatMoney } from "@/domain/values/money.ts";
import { apiFor } from "@/server/api.ts";
import { Card, Section } from "@/ui/card.tsx";
import { InstantText } from "@/ui/instant.tsx";
import { Link } from "@/ui/link.tsx";
import { Screen } from "@/ui/page.tsx";
import { Table, type Column } from "@/ui/table.tsx";
import { readCurrentMember } from "../../../_shell/current-member.ts";
import { toAudit } from "../../../_shell/links.ts";
import { NotAllowed } from "../../../_shell/not-allowed.tsx";

export const metadata: Metadata = { title: "Audit log" };

type Props = PageProps<"/[org]/reports/audit/[entry]">;

export default async function AuditEntryPage({ params }: Props) {
  const { org, entry: entryId } = await params;
  const [here, api] = await Promise.all([readCurrentMember(org), apiFor(org)]);
  if (!here.permissions.includes("report:read"))
    return <NotAllowed title="Audit log" to="reports" permission="report:read" />;
  const entry = await api.audit.read({ entryId });
  const { currency, locale, zone } = here.org;
  const { facts, left } = factsOf(entry, (amount) => formatMoney(cents(amount), currency, locale));
  return (
    <Screen
      title={actionWords(entry.action)}
      about={
        <Link href={toAudit(org)} className="text-link">
          Audit log
        </Link>
      }
    >
      <Card padded>
        <dl className="grid gap-x-8 gap-y-3 desk:grid-cols-2">
          <Said term="Who">{entry.name}</Said>
          <Said term="When">
            <InstantText at={entry.at} locale={locale} zone={zone} />
          </Said>
          <Said term="From">{entry.ip ?? "Not kept"}</Said>
          <Said term="Browser">{entry.agent ?? "Not kept"}</Said>
          <Said term="Request">{entry.requestId}</Said>
          <Said term="Procedure">{entry.action}</Said>
        </dl>
      </Card>
      <Section id="content" title={entry.before === null ? "What was sent" : "Before and after"}>
        <Card>
          {facts.length === 0 ? (
            <p className="px-4 py-3 text-soft">Nothing but the request itself.</p>
          ) : (
            <Table
              caption="What was sent"
              rows={facts}
              rowKey={(fact) => fact.field}
              columns={entry.before === null ? [FIELD, AFTER] : [FIELD, BEFORE, AFTER]}
            />
          )}
        </Card>
        {left > 0 ? (
          <p className="mt-2 text-13 text-soft">And {left} more fields, which the file of the log has.</p>
        ) : null}
      </Section>
    </Screen>
  );
}

function Said({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div>
      <dt className="text-13 text-soft">{term}</dt>
      <dd className="wrap-anywhere">{children}</dd>
    </div>
  );
}

const FIELD: Column<AuditFact> = {
  key: "field",
  head: "Field",
  place: "lead",
  rowHead: true,
  wraps: true,
  cell: ({ field }) => field,
};
const BEFORE: Column<AuditFact> = {
  key: "before",
  head: "Before",
  place: "under",
  label: "before",
  wraps: true,
  cell: ({ before }) => <span className="wrap-anywhere text-soft">{before ?? ""}</span>,
};
const AFTER: Column<AuditFact> = {
  key: "after",
  head: "Sent",
  place: "under",
  label: "sent",
  wraps: true,
  cell: ({ after, changed }) => (
    <span className={`wrap-anywhere ${changed ? "font-semibold" : ""}`}>{after ?? ""}</span>
  ),
};
