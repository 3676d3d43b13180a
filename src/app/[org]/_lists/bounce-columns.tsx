// The columns of the list of addresses that mail comes back from: which, whose, when and why.
import type { bounceList } from "@/domain/statements/bounce-list.ts";
import type { RouterOutputs } from "@/server/client.ts";
import { InstantText } from "@/ui/instant.tsx";
import type { Column } from "@/ui/table.tsx";
import type { CurrentMember } from "../_shell/current-member.ts";
import { toCustomerTab } from "../_shell/links.ts";
import { ClearBounce } from "../_statement-mail/clear-bounce.tsx";
import { RowLink } from "./cells.tsx";
import type { SortsOf } from "./list-links.ts";

type Row = RouterOutputs["bounces"]["list"]["rows"][number];
type Props = { org: CurrentMember["org"]; mayWrite: boolean; sortBy: SortsOf<typeof bounceList> };

export function bounceColumns({ org, mayWrite, sortBy }: Props): Column<Row>[] {
  const { slug, locale, zone } = org;
  return [
    {
      key: "address",
      head: "Address",
      place: "lead",
      rowHead: true,
      wraps: true,
      cell: (row) => <span className="font-medium wrap-anywhere">{row.address}</span>,
    },
    {
      key: "customer",
      head: "Customer",
      place: "sub",
      wraps: true,
      cell: (row) => <RowLink href={toCustomerTab(slug, row.customerId, "info")}>{row.customerName}</RowLink>,
    },
    {
      key: "bounced",
      head: "Came back",
      place: "sub",
      sort: sortBy("bounced"),
      cell: (row) => (
        <span className="text-soft">
          <InstantText at={row.bouncedAt} locale={locale} zone={zone} />
        </span>
      ),
    },
    {
      key: "reason",
      head: "Why",
      place: "sub",
      wraps: true,
      cell: (row) => <span className="text-13 wrap-anywhere">{row.reason || row.code}</span>,
    },
    {
      key: "do",
      head: <span className="sr-only">Mail again</span>,
      place: "lead-end",
      numeric: true,
      cell: (row) => (mayWrite ? <ClearBounce org={slug} address={row.address} /> : null),
    },
  ];
}
