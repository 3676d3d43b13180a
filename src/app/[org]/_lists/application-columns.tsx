// The columns of the list of applications for credit: who, what became of it, when, how it scores, and what they ask for.
import type { applicationList } from "@/domain/credit/application-list.ts";
import type { RouterOutputs } from "@/server/client.ts";
import { Amount } from "@/ui/amount.tsx";
import { InstantText } from "@/ui/instant.tsx";
import type { Column } from "@/ui/table.tsx";
import { Tag } from "@/ui/tag.tsx";
import type { CurrentMember } from "../_shell/current-member.ts";
import { toApplication } from "../_shell/credit-links.ts";
import { RowLink } from "./cells.tsx";
import type { SortsOf } from "./list-links.ts";

type Row = RouterOutputs["applications"]["list"]["rows"][number];
type Props = { org: CurrentMember["org"]; sortBy: SortsOf<typeof applicationList> };

export function applicationColumns({ org: { slug, locale, zone, currency }, sortBy }: Props): Column<Row>[] {
  return [
    {
      key: "business",
      head: "Business",
      place: "lead",
      rowHead: true,
      wraps: true,
      cell: (row) => <RowLink href={toApplication(slug, row.applicationId)}>{calledOf(row)}</RowLink>,
    },
    {
      key: "state",
      head: "State",
      place: "sub",
      sort: sortBy("turn"),
      cell: (row) => <ApplicationTag state={row.state} isWithSecond={row.isWithSecond} />,
    },
    {
      key: "applied",
      head: "Applied",
      place: "sub-end",
      sort: sortBy("applied"),
      cell: (row) => (
        <span className="text-soft">
          <InstantText at={row.appliedAt} locale={locale} zone={zone} />
        </span>
      ),
    },
    {
      key: "score",
      head: "Score",
      place: "off",
      numeric: true,
      cell: ({ score }) => `${score.points} of ${score.of}`,
    },
    {
      key: "wanted",
      head: `Asks for, ${currency}`,
      place: "lead-end",
      numeric: true,
      cell: ({ wantedCents }) => <Amount cents={wantedCents} currency={currency} locale={locale} />,
    },
  ];
}

/** Who was declined a year ago isn't known any more. */
export const calledOf = ({ business, forgottenAt }: Pick<Row, "business" | "forgottenAt">): string =>
  forgottenAt === null ? business : "Somebody, details removed";

export function ApplicationTag({ state, isWithSecond }: Pick<Row, "state" | "isWithSecond">) {
  if (isWithSecond) return <Tag tone="soon">Waits for a second person</Tag>;
  if (state === "waiting") return <Tag tone="soon">Waiting</Tag>;
  return <Tag tone="neutral">{state === "approved" ? "Approved" : "Declined"}</Tag>;
}
