// Who changed what on this customer, when, from what to what; newest first, of one field when the address says so.
import { History } from "lucide-react";
import type { Metadata } from "next";
import { apiFor } from "@/server/api.ts";
import { ButtonLink } from "@/ui/button.tsx";
import { Card } from "@/ui/card.tsx";
import { CsvLink } from "@/ui/csv-link.tsx";
import { Empty } from "@/ui/empty.tsx";
import { Pager } from "@/ui/pager.tsx";
import { Table } from "@/ui/table.tsx";
import { readCurrentMember } from "../../../../_shell/current-member.ts";
import { asked, toCsv, toCustomerTab } from "../../../../_shell/links.ts";
import { profileTitle, readProfile, type ProfileProps } from "../read-profile.ts";
import { changeColumns } from "./columns.tsx";
import { FieldFilter } from "./field-filter.tsx";

export const generateMetadata = (props: ProfileProps): Promise<Metadata> => profileTitle(props, "History");

export default async function CustomerChanges({ params, searchParams }: ProfileProps) {
  const { org, customer } = await params;
  const query = await searchParams;
  const field = asked(query, "field")?.slice(0, 300);
  const cursor = asked(query, "cursor")?.slice(0, 60);
  const [here, api, { customerId }] = await Promise.all([
    readCurrentMember(org),
    apiFor(org),
    readProfile(org, customer),
  ]);
  const { rows, fields, next } = await api.customers.changes({
    customerId,
    ...(field && { field }),
    ...(cursor && { cursor }),
  });
  const to = (more: { field?: string | undefined; cursor?: string }) =>
    toCustomerTab(org, customerId, "changes", more);
  return (
    <>
      {fields.length > 0 || field ? (
        <div className="mb-3 flex items-start justify-between gap-2">
          <FieldFilter action={to({})} fields={fields} field={field ?? ""} />
          <CsvLink permissions={here.permissions} href={toCsv(to({}), { field })} />
        </div>
      ) : null}
      <Card>
        {rows.length === 0 ? (
          <Empty
            icon={<History />}
            title={field ? `No change of “${field}”` : "No changes yet"}
            action={field ? <ButtonLink href={to({})}>Show all changes</ButtonLink> : null}
          >
            Every change of the profile, a contact or a location is kept here, with who made it.
          </Empty>
        ) : (
          <Table
            caption="Changes, newest first"
            columns={changeColumns(here.org)}
            rows={rows}
            rowKey={(row) => row.changeId}
          />
        )}
      </Card>
      <Pager
        label="Pages of changes"
        count={null}
        first={cursor ? { href: to({ field }), label: "Newest" } : null}
        next={next ? { href: to({ field, cursor: next }), label: "Older" } : null}
      />
    </>
  );
}
