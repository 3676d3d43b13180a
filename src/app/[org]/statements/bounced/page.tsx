// Addresses that mail comes back from: whose, since when and why; each is mailed by no run until somebody says it is right.
import { MailX } from "lucide-react";
import type { Metadata } from "next";
import { bounceList } from "@/domain/statements/bounce-list.ts";
import { apiFor } from "@/server/api.ts";
import { ButtonLink } from "@/ui/button-link.tsx";
import { Empty } from "@/ui/empty.tsx";
import { FindBox } from "@/ui/find-box.tsx";
import { bounceColumns } from "../../_lists/bounce-columns.tsx";
import { listLinks } from "../../_lists/list-links.ts";
import { EmptyList, ListScreen } from "../../_lists/list-screen.tsx";
import { readCurrentMember } from "../../_shell/current-member.ts";
import { toStatements } from "../../_shell/links.ts";
import { toBounced } from "../../_shell/run-links.ts";

const TITLE = "Bounced addresses";

export const metadata: Metadata = { title: TITLE };

export default async function BouncedPage({ params, searchParams }: PageProps<"/[org]/statements/bounced">) {
  const { org } = await params;
  const query = bounceList.read(await searchParams);
  const links = listLinks(bounceList, query, (asked) => toBounced(org, asked));
  const [here, api] = await Promise.all([readCurrentMember(org), apiFor(org)]);
  const page = await api.bounces.list(query);
  if (page.rows.length === 0 && !query.search)
    return (
      <EmptyList title={TITLE}>
        <Empty
          icon={<MailX />}
          title="No mail comes back"
          action={
            <ButtonLink href={toStatements(org)} variant="primary">
              See the statements
            </ButtonLink>
          }
        >
          An address that a mail server refuses for good is listed here, with why, and is mailed by no run
          until it is right. Settings, Mail says how these reports reach Onaccount.
        </Empty>
      </EmptyList>
    );
  return (
    <ListScreen
      here={here}
      links={links}
      page={page}
      title={TITLE}
      what="addresses"
      caption="Addresses that mail comes back from"
      columns={bounceColumns({
        org: here.org,
        mayWrite: here.permissions.includes("customer:write"),
        sortBy: links.sortBy,
      })}
      rowKey={(row) => row.address}
      count="Each is mailed by no run until it is right"
      filters={
        <div className="mb-3">
          <FindBox
            action={links.all}
            label="Find an address"
            hint="Address or customer"
            search={query.search ?? ""}
            kept={links.kept("search")}
          />
        </div>
      }
      none={
        <Empty
          icon={<MailX />}
          title="No address matches"
          action={<ButtonLink href={links.all}>Show all</ButtonLink>}
        >
          Addresses and customers are searched.
        </Empty>
      }
    />
  );
}
