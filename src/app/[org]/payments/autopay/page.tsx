// Whose account is paid by autopay: what they agreed to, what comes next, what became of the last, and the way to stop it.
import { CalendarSync } from "lucide-react";
import type { Metadata } from "next";
import type { ChargeState } from "@/domain/payments/autopay.ts";
import { countOf } from "@/domain/count-of.ts";
import { apiFor } from "@/server/api.ts";
import type { RouterOutputs } from "@/server/client.ts";
import { Amount } from "@/ui/amount.tsx";
import { ButtonLink } from "@/ui/button-link.tsx";
import { Card } from "@/ui/card.tsx";
import { DayText } from "@/ui/day.tsx";
import { Empty } from "@/ui/empty.tsx";
import { Link } from "@/ui/link.tsx";
import { Screen } from "@/ui/page.tsx";
import { Table, type Column } from "@/ui/table.tsx";
import { readCurrentMember, type CurrentMember } from "../../_shell/current-member.ts";
import { toCustomer } from "../../_shell/links.ts";
import { toOnlinePayments } from "../../_shell/online-links.ts";
import { StopAutopay } from "./stop-autopay.tsx";

export const metadata: Metadata = { title: "Autopay" };

type Row = RouterOutputs["autopays"]["list"][number];

const CHARGE_WORDS: Record<ChargeState, string> = {
  announced: "told",
  charging: "being taken",
  retrying: "failed, tried again",
  paid: "paid",
  failed: "failed",
  skipped: "nothing was due",
};

export default async function AutopayPage({ params }: PageProps<"/[org]/payments/autopay">) {
  const { org } = await params;
  const [here, api] = await Promise.all([readCurrentMember(org), apiFor(org)]);
  const rows = await api.autopays.list({});
  const back = <ButtonLink href={toOnlinePayments(org)}>Online payments</ButtonLink>;
  return (
    <Screen title="Autopay" actions={back}>
      <Card>
        {rows.length === 0 ? (
          <Empty icon={<CalendarSync />} title="Nobody pays by autopay yet">
            Customers set it up themselves, behind the link in their statement’s mail. They are told of each
            amount three days before it is taken.
          </Empty>
        ) : (
          <Table
            caption="Customers who pay by autopay"
            columns={columns(here)}
            rows={rows}
            rowKey={(row) => row.autopayId}
          />
        )}
      </Card>
      {rows.length === 0 ? null : (
        <p className="mt-2 text-13 text-soft">{countOf(rows.length, "customer")}</p>
      )}
    </Screen>
  );
}

function columns({ org, permissions }: CurrentMember): Column<Row>[] {
  const { slug, locale } = org;
  const mayStop = permissions.includes("payment:record");
  return [
    {
      key: "customer",
      head: "Customer",
      place: "lead",
      rowHead: true,
      wraps: true,
      cell: (row) => (
        <Link href={toCustomer(slug, row.customerId)} className="font-medium hover:underline">
          {row.customerName}
        </Link>
      ),
    },
    { key: "by", head: "From", place: "sub", cell: (row) => row.paidBy },
    {
      key: "next",
      head: "Next",
      place: "sub",
      label: "next",
      cell: (row) => <DayText day={row.nextOn} locale={locale} />,
    },
    {
      key: "last",
      head: "Last",
      place: "sub",
      wraps: true,
      cell: (row) => <Last row={row} locale={locale} />,
    },
    {
      key: "most",
      head: "At most",
      place: "lead-end",
      numeric: true,
      cell: (row) =>
        row.mostCents === null ? (
          "whatever is due"
        ) : (
          <Amount cents={row.mostCents} currency={row.currency} locale={locale} />
        ),
    },
    ...(mayStop
      ? [
          {
            key: "stop",
            head: "",
            place: "sub-end",
            cell: (row: Row) => <StopAutopay org={slug} autopayId={row.autopayId} name={row.customerName} />,
          } satisfies Column<Row>,
        ]
      : []),
  ];
}

function Last({ row: { last, currency }, locale }: { row: Row; locale: string }) {
  if (last === null) return "—";
  return (
    <>
      <DayText day={last.on} locale={locale} />{" "}
      <Amount cents={last.amountCents} currency={currency} locale={locale} />{" "}
      {last.state === "announced" && !last.isTold
        ? "not told yet: nothing is taken before"
        : CHARGE_WORDS[last.state]}
      {last.fault ? <span className="block text-12 text-late">{last.fault}</span> : null}
    </>
  );
}
