// The statements that one customer was issued, newest first, with how their mail went.
import { FileText } from "lucide-react";
import type { Metadata } from "next";
import { apiFor } from "@/server/api.ts";
import { ButtonLink } from "@/ui/button.tsx";
import { Empty } from "@/ui/empty.tsx";
import { readCurrentMember } from "../../../../_shell/current-member.ts";
import { statementColumns } from "../../../../_lists/statement-columns.tsx";
import { asked, toCustomerTab, toStatement, toStatements } from "../../../../_shell/links.ts";
import { profileTitle, readProfile, type ProfileProps } from "../read-profile.ts";
import { TabList, ofOneCustomer } from "../tab-list.tsx";

export const generateMetadata = (props: ProfileProps): Promise<Metadata> => profileTitle(props, "Statements");

export default async function CustomerStatements({ params, searchParams }: ProfileProps) {
  const { org, customer } = await params;
  const cursor = asked(await searchParams, "cursor")?.slice(0, 1000);
  const [here, api, { customerId }] = await Promise.all([
    readCurrentMember(org),
    apiFor(org),
    readProfile(org, customer),
  ]);
  const { rows, next } = await api.statements.list({ customerId, ...(cursor && { cursor }) });
  const to = (query: { cursor?: string }) => toCustomerTab(org, customerId, "statements", query);
  return (
    <TabList
      what="Statements"
      currency={here.org.currency}
      columns={ofOneCustomer(statementColumns(here.org), "number")}
      rows={rows}
      rowKey={(row) => row.statementId}
      hasTotal={false}
      whole={toStatements(org, { customer: customerId })}
      next={next ? to({ cursor: next }) : null}
      first={cursor ? to({}) : null}
      none={
        <Empty
          icon={<FileText />}
          title="No statements yet"
          action={
            <ButtonLink variant="primary" href={toStatement(org, customerId)}>
              See the statement
            </ButtonLink>
          }
        >
          Issuing a statement gives it a number and keeps it as it is; from there it can be mailed.
        </Empty>
      }
    />
  );
}
