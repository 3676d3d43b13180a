// The statements that one customer was issued, newest first, with how their mail went.
import { FileText } from "lucide-react";
import type { Metadata } from "next";
import { statementList } from "@/domain/statements/statement-list.ts";
import { ButtonLink } from "@/ui/button-link.tsx";
import { Empty } from "@/ui/empty.tsx";
import { statementColumns } from "../../../../_lists/statement-columns.tsx";
import { toStatement, toStatements } from "../../../../_shell/links.ts";
import { profileTitle, type ProfileProps } from "../read-profile.ts";
import { readTab } from "../read-tab.ts";
import { TabList, ofOneCustomer } from "../tab-list.tsx";
import { StandingLinks } from "./standing-links.tsx";

export const generateMetadata = (props: ProfileProps): Promise<Metadata> => profileTitle(props, "Statements");

export default async function CustomerStatements(props: ProfileProps) {
  const { org, here, api, customerId, links, query } = await readTab(props, "statements", statementList);
  const [page, { contacts }] = await Promise.all([
    api.statements.list(query),
    api.customers.read({ customerId }),
  ]);
  return (
    <>
      <TabList
        what="Statements"
        currency={here.org.currency}
        links={links}
        page={page}
        columns={ofOneCustomer(statementColumns({ org: here.org, sortBy: links.sortBy }), "number")}
        rowKey={(row) => row.statementId}
        hasTotal={false}
        whole={toStatements(org, { customer: customerId })}
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
      <StandingLinks
        here={here}
        customerId={customerId}
        hasStatement={page.rows.length > 0}
        contacts={contacts.map(({ name }) => name)}
      />
    </>
  );
}
