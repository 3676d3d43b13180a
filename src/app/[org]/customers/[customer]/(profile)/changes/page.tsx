// Who changed what on this customer, when, from what to what; newest first, of one field when the address says so.
import { History } from "lucide-react";
import type { Metadata } from "next";
import { changeList } from "@/domain/customers/change-list.ts";
import { apiFor } from "@/server/api.ts";
import { ButtonLink } from "@/ui/button-link.tsx";
import { CsvLink } from "@/ui/csv-link.tsx";
import { Empty } from "@/ui/empty.tsx";
import { changeColumns } from "../../../../_lists/change-columns.tsx";
import { listLinks } from "../../../../_lists/list-links.ts";
import { BY_DAY, ListRows } from "../../../../_lists/list-rows.tsx";
import { readCurrentMember } from "../../../../_shell/current-member.ts";
import { toCustomerTab } from "../../../../_shell/links.ts";
import { profileTitle, readProfile, type ProfileProps } from "../read-profile.ts";
import { FieldFilter } from "./field-filter.tsx";

export const generateMetadata = (props: ProfileProps): Promise<Metadata> => profileTitle(props, "History");

export default async function CustomerChanges({ params, searchParams }: ProfileProps) {
  const { org, customer } = await params;
  const query = changeList.read(await searchParams);
  const { field } = query;
  const [here, api, { customerId }] = await Promise.all([
    readCurrentMember(org),
    apiFor(org),
    readProfile(org, customer),
  ]);
  const links = listLinks(changeList, query, (asked) => toCustomerTab(org, customerId, "changes", asked));
  const { fields, ...page } = await api.customers.changes({ customerId, ...query });
  return (
    <>
      {fields.length > 0 || field ? (
        <div className="mb-3 flex items-start justify-between gap-2">
          <FieldFilter action={links.all} fields={fields} field={field ?? ""} />
          <CsvLink permissions={here.permissions} href={links.csv} />
        </div>
      ) : null}
      <ListRows
        links={links}
        page={page}
        what="changes"
        caption="Changes, newest first"
        columns={changeColumns(here.org)}
        rowKey={(row) => row.changeId}
        rowLinks={false}
        turns={BY_DAY}
        none={
          <Empty
            icon={<History />}
            title={field ? `No change of “${field}”` : "No changes yet"}
            action={field ? <ButtonLink href={links.all}>Show all changes</ButtonLink> : null}
          >
            Every change of the profile, a contact or a location is kept here, with who made it.
          </Empty>
        }
      />
    </>
  );
}
