// Every deposit that was made, newest first: when, of how many payments, and how much.
import { Landmark, Plus } from "lucide-react";
import type { Metadata } from "next";
import { depositList } from "@/domain/payments/deposit-list.ts";
import { apiFor } from "@/server/api.ts";
import { ButtonLink } from "@/ui/button-link.tsx";
import { Empty } from "@/ui/empty.tsx";
import { depositColumns } from "../../_lists/deposit-columns.tsx";
import { FilterForm } from "../../_lists/filter-form.tsx";
import { listLinks } from "../../_lists/list-links.ts";
import { EmptyList, Filtered, ListScreen } from "../../_lists/list-screen.tsx";
import { readCurrentMember, type CurrentMember } from "../../_shell/current-member.ts";
import { toDeposits, toNewDeposit } from "../../_shell/links.ts";

export const metadata: Metadata = { title: "Deposits" };

export default async function DepositsPage({ params, searchParams }: PageProps<"/[org]/deposits">) {
  const { org } = await params;
  const asked = await searchParams;
  const query = depositList.read(asked);
  const links = listLinks(depositList, query, (asked) => toDeposits(org, asked));
  const [here, api] = await Promise.all([readCurrentMember(org), apiFor(org)]);
  const page = await api.deposits.list(query);
  if (page.rows.length === 0 && !links.isFiltered) return <None here={here} />;
  return (
    <ListScreen
      here={here}
      links={links}
      page={page}
      title="Deposits"
      what="deposits"
      caption={`Deposits, in ${here.org.currency}`}
      columns={depositColumns({ org: here.org, sortBy: links.sortBy })}
      rowKey={(row) => row.depositId}
      count={`Amounts in ${here.org.currency} unless said otherwise`}
      action={<MakeOne here={here} />}
      filters={
        <>
          <FilterForm
            action={links.all}
            label="Find a deposit"
            placeholder="Number or memo"
            {...query}
            unread={depositList.unreadDays(asked)}
            kept={links.kept("search", "fromOn", "throughOn")}
          />
          {links.isFiltered ? <Filtered all={links.all}>Only the deposits that match</Filtered> : null}
        </>
      }
      none={
        <Empty icon={<Landmark />} title="No deposit matches">
          Numbers and memos are searched.
        </Empty>
      }
    />
  );
}

function MakeOne({ here }: { here: CurrentMember }) {
  if (!here.permissions.includes("payment:record")) return null;
  return (
    <ButtonLink variant="primary" href={toNewDeposit(here.org.slug)}>
      <Plus aria-hidden="true" />
      New deposit
    </ButtonLink>
  );
}

function None({ here }: { here: CurrentMember }) {
  return (
    <EmptyList title="Deposits">
      <Empty icon={<Landmark />} title="No deposits yet" action={<MakeOne here={here} />}>
        Payments lie in Undeposited Funds until they are taken to the bank. A deposit gathers them and prints
        the slip.
      </Empty>
    </EmptyList>
  );
}
