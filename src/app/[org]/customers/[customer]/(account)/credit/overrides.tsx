// Every override that was asked for on an account: who asked, who answered, and the charge that used it.
import { OVERRIDE_CAUSE, OVERRIDE_STATE } from "@/domain/credit/override-words.ts";
import { formatInstantDay } from "@/domain/values/instant.ts";
import type { RouterOutputs } from "@/server/client.ts";
import { Amount, type Reading } from "@/ui/amount.tsx";
import { Card, Section } from "@/ui/card.tsx";
import { Link } from "@/ui/link.tsx";
import { Table, type Column } from "@/ui/table.tsx";
import { toOverrides } from "../../../../_shell/credit-links.ts";
import { toEvent } from "../../../../_shell/links.ts";

type Override = RouterOutputs["overrides"]["ofAccount"][number];
type Props = Reading & { org: string; zone: string; overrides: readonly Override[] };

export function Overrides({ overrides, ...where }: Props) {
  if (overrides.length === 0) return null;
  return (
    <Section id="overrides" title="Overrides" note="newest first">
      <Card>
        <Table
          caption="Overrides that were asked for, newest first"
          columns={columns(where)}
          rows={overrides}
          rowKey={({ overrideId }) => overrideId}
        />
      </Card>
    </Section>
  );
}

function columns({ org, zone, ...reading }: Reading & { org: string; zone: string }): Column<Override>[] {
  return [
    {
      key: "asked",
      head: "Asked",
      place: "sub",
      cell: ({ askedAt, askedBy }) => `${formatInstantDay(askedAt, reading.locale, zone)}, ${askedBy}`,
    },
    {
      key: "why",
      head: "Why",
      place: "lead",
      rowHead: true,
      wraps: true,
      cell: ({ cause, reason, declinedNote }) => (
        <>
          {reason}
          <span className="block text-13 font-normal text-soft">
            {OVERRIDE_CAUSE[cause]}
            {declinedNote ? ` · “${declinedNote}”` : ""}
          </span>
        </>
      ),
    },
    {
      key: "amount",
      head: `Amount, ${reading.currency}`,
      numeric: true,
      place: "lead-end",
      cell: ({ amountCents }) => <Amount cents={amountCents} {...reading} />,
    },
    {
      key: "answer",
      head: "Answer",
      place: "sub-end",
      cell: ({ state, answeredBy, byMail, usedBy }) => (
        <>
          {state === "waiting" ? (
            <Link href={toOverrides(org)} className="text-link">
              {OVERRIDE_STATE.waiting}
            </Link>
          ) : usedBy === null ? (
            OVERRIDE_STATE[state]
          ) : (
            <Link href={toEvent(org, usedBy)} className="text-link">
              {OVERRIDE_STATE.used}
            </Link>
          )}
          {answeredBy === null ? "" : `, ${answeredBy}${byMail ? " by mail" : ""}`}
        </>
      ),
    },
  ];
}
