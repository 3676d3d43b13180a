// The statements that one customer was issued, newest first, with how their mail went.
import { FileText } from "lucide-react";
import type { Metadata } from "next";
import { apiFor } from "@/server/api.ts";
import { ButtonLink } from "@/ui/button.tsx";
import { Card } from "@/ui/card.tsx";
import { Empty } from "@/ui/empty.tsx";
import { Pager } from "@/ui/pager.tsx";
import { Table } from "@/ui/table.tsx";
import { readHere } from "../../../../here.ts";
import { statementColumns } from "../../../../statements/(list)/columns.tsx";
import { asked, toCustomerTab, toStatement } from "../../../../ways.ts";
import { ofOneCustomer } from "../of-one-customer.ts";
import { profileTitle, readProfile, type ProfileProps } from "../read-profile.ts";

export const generateMetadata = (props: ProfileProps): Promise<Metadata> => profileTitle(props, "Statements");

export default async function CustomerStatements({ params, searchParams }: ProfileProps) {
  const { org, customer } = await params;
  const cursor = asked(await searchParams, "cursor");
  const [here, api, { customerId }] = await Promise.all([
    readHere(org),
    apiFor(org),
    readProfile(org, customer),
  ]);
  const { rows, next } = await api.statements.list({ customerId, ...(cursor && { cursor }) });
  const to = (query: { cursor?: string }) => toCustomerTab(org, customerId, "statements", query);
  if (rows.length === 0) {
    return (
      <Card>
        <Empty
          icon={<FileText />}
          title="No statements yet"
          action={
            <ButtonLink look="primary" href={toStatement(org, customerId)}>
              See the statement
            </ButtonLink>
          }
        >
          Issuing a statement gives it a number and keeps it as it is; from there it can be mailed.
        </Empty>
      </Card>
    );
  }
  return (
    <>
      <Card>
        <Table
          caption={`Issued statements, newest first, in ${here.org.currency}`}
          columns={ofOneCustomer(statementColumns(here.org), "number")}
          rows={rows}
          rowKey={(row) => row.statementId}
          rowLinks
        />
      </Card>
      <Pager
        label="Pages of statements"
        count={`Amounts in ${here.org.currency} unless said otherwise`}
        first={cursor ? { href: to({}), label: "Newest" } : null}
        next={next ? { href: to({ cursor: next }), label: "Older" } : null}
      />
    </>
  );
}
