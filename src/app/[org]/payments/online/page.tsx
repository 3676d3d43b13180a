// What customers paid online: how each stands, what Stripe kept of it, with which payout it came, and what went back.
import { CreditCard } from "lucide-react";
import type { Metadata } from "next";
import { onlineList } from "@/domain/payments/online-list.ts";
import { ONLINE_STATES, ONLINE_STATE_WORDS } from "@/domain/payments/online-state.ts";
import { apiFor } from "@/server/api.ts";
import { ButtonLink } from "@/ui/button-link.tsx";
import { Empty } from "@/ui/empty.tsx";
import { FilterLinks } from "@/ui/filter-links.tsx";
import { listLinks } from "../../_lists/list-links.ts";
import { EmptyList, Filtered, ListScreen } from "../../_lists/list-screen.tsx";
import { onlineColumns } from "../../_lists/online-columns.tsx";
import { readCurrentMember } from "../../_shell/current-member.ts";
import { toPayments, toSettings } from "../../_shell/links.ts";
import { toAutopays, toOnlinePayments } from "../../_shell/online-links.ts";

export const metadata: Metadata = { title: "Online payments" };

export default async function OnlinePaymentsPage({
  params,
  searchParams,
}: PageProps<"/[org]/payments/online">) {
  const { org } = await params;
  const query = onlineList.read(await searchParams);
  const links = listLinks(onlineList, query, (asked) => toOnlinePayments(org, asked));
  const [here, api] = await Promise.all([readCurrentMember(org), apiFor(org)]);
  const page = await api.onlinePayments.list(query);
  const setUp = here.permissions.includes("settings:change") ? (
    <ButtonLink href={toSettings(org, "online-payments")}>Set up online payments</ButtonLink>
  ) : null;
  if (page.rows.length === 0 && !links.isFiltered)
    return (
      <EmptyList title="Online payments">
        <Empty icon={<CreditCard />} title="Nothing was paid online yet" action={setUp}>
          With your Stripe keys in the settings, customers pay their statement from the link in their mail,
          and it is recorded here by itself.
        </Empty>
      </EmptyList>
    );
  const states = ONLINE_STATES.map((state) => ({
    words: ONLINE_STATE_WORDS[state],
    href: toOnlinePayments(org, { customer: query.customerId, state }),
    on: query.state === state,
  }));
  return (
    <ListScreen
      here={here}
      links={links}
      page={page}
      title="Online payments"
      what="online payments"
      caption={`Online payments, in ${here.org.currency}`}
      columns={onlineColumns({ org: here.org, sortBy: links.sortBy })}
      rowKey={(row) => row.onlinePaymentId}
      rowLinks={false}
      count={`Amounts in ${here.org.currency} unless said otherwise`}
      before={
        <>
          <ButtonLink href={toPayments(org)}>All payments</ButtonLink>
          <ButtonLink href={toAutopays(org)}>Autopay</ButtonLink>
        </>
      }
      action={setUp}
      filters={
        <>
          <div className="mb-3">
            <FilterLinks
              label="State"
              links={[
                {
                  words: "All",
                  href: toOnlinePayments(org, { customer: query.customerId }),
                  on: query.state === undefined,
                },
                ...states,
              ]}
            />
          </div>
          {query.customerId ? (
            <Filtered all={links.all}>Of {page.rows[0]?.customerName ?? "this customer"}</Filtered>
          ) : null}
        </>
      }
      none={
        <Empty icon={<CreditCard />} title="No online payment stands so">
          Choose another state, or all of them.
        </Empty>
      }
    />
  );
}
