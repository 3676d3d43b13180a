// The audit log: who did what, when and from where, newest first, by person, kind, day and text, and as a file.
import { ScrollText } from "lucide-react";
import type { Metadata } from "next";
import { auditList } from "@/domain/business/audit-list.ts";
import { AUDIT_KINDS } from "@/domain/business/audit-words.ts";
import { apiFor } from "@/server/api.ts";
import { Empty } from "@/ui/empty.tsx";
import { InstantText } from "@/ui/instant.tsx";
import { FilterForm, FilterSelect } from "../../_lists/filter-form.tsx";
import { listLinks } from "../../_lists/list-links.ts";
import { BY_DAY } from "../../_lists/list-rows.tsx";
import { Filtered, ListScreen } from "../../_lists/list-screen.tsx";
import { readCurrentMember } from "../../_shell/current-member.ts";
import { toAudit } from "../../_shell/links.ts";
import { NotAllowed } from "../../_shell/not-allowed.tsx";
import { ReportTabs } from "../report-tabs.tsx";
import { auditColumns } from "./audit-columns.tsx";

export const metadata: Metadata = { title: "Audit log" };

export default async function AuditPage({ params, searchParams }: PageProps<"/[org]/reports/audit">) {
  const [{ org }, asked] = await Promise.all([params, searchParams]);
  const [here, api] = await Promise.all([readCurrentMember(org), apiFor(org)]);
  if (!here.permissions.includes("report:read"))
    return <NotAllowed title="Audit log" to="reports" permission="report:read" />;
  const query = auditList.read(asked);
  const links = listLinks(auditList, query, (rest) => toAudit(org, rest));
  const [page, people] = await Promise.all([api.audit.list(query), api.audit.people({})]);
  const { fromOn, throughOn, search } = query;
  return (
    <ListScreen
      here={here}
      links={links}
      page={page}
      title="Audit log"
      what="the audit log"
      caption="Audit log"
      columns={auditColumns(here.org)}
      rowKey={(row) => row.entryId}
      turns={BY_DAY}
      filters={
        <>
          <ReportTabs org={org} />
          <FilterForm
            action={links.all}
            label="Find in the audit log"
            placeholder="A name, a number, an address…"
            search={search}
            fromOn={fromOn}
            throughOn={throughOn}
            unread={auditList.unreadDays(asked)}
            kept={{}}
          >
            <FilterSelect label="Person" name="person" value={query.person}>
              <option value="">Anybody</option>
              {people.map(({ actor, name }) => (
                <option key={actor} value={actor}>
                  {actor.startsWith("key:") ? `${name} (key)` : name}
                </option>
              ))}
              <option value="system">Onaccount itself</option>
            </FilterSelect>
            <FilterSelect label="Kind" name="kind" value={query.kind}>
              <option value="">Anything</option>
              {Object.entries(AUDIT_KINDS).map(([kind, { name }]) => (
                <option key={kind} value={kind}>
                  {name}
                </option>
              ))}
            </FilterSelect>
          </FilterForm>
          {links.isFiltered ? <Filtered all={links.all}>Only the entries that match</Filtered> : null}
        </>
      }
      count={
        page.lookedTo === null ? null : (
          <>
            Looked back to <InstantText at={page.lookedTo} locale={here.org.locale} zone={here.org.zone} />
          </>
        )
      }
      none={
        <Empty
          icon={<ScrollText />}
          title={page.lookedTo === null ? "No entry matches" : "No entry matches so far"}
        >
          {page.lookedTo === null
            ? "Every change that somebody makes is written here with who made it."
            : "Older entries are looked through with the next page."}
        </Empty>
      }
    />
  );
}
