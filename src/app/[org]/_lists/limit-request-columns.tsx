// The columns of changes that wait for approval: whose, what, why, by whom, and the answer.
import type { ReactNode } from "react";
import { termChanges } from "@/domain/credit/credit-words.ts";
import { formatDay } from "@/domain/values/day-words.ts";
import { formatInstantDay, isoInstant } from "@/domain/values/instant.ts";
import { formatAmount } from "@/domain/values/money.ts";
import type { RouterOutputs } from "@/server/client.ts";
import { Link } from "@/ui/link.tsx";
import type { Column } from "@/ui/table.tsx";
import { toCreditTerms } from "../_shell/links.ts";

export type LimitRequestRow = RouterOutputs["credit"]["requests"][number];
type Props = {
  org: string;
  locale: string;
  zone: string;
  /** null for who may not answer. */
  answer: ((request: LimitRequestRow) => ReactNode) | null;
};

export function requestColumns({ org, locale, zone, answer }: Props): Column<LimitRequestRow>[] {
  return [
    {
      key: "name",
      head: "Customer",
      place: "lead",
      rowHead: true,
      wraps: true,
      cell: ({ customerId, name, currency }) => (
        <Link href={toCreditTerms(org, customerId, { currency })} className="text-link">
          {name}
        </Link>
      ),
    },
    {
      key: "what",
      head: "What would change",
      place: "under",
      wraps: true,
      cell: ({ before, after, currency }) =>
        termChanges(before, after, {
          write: (amount) => formatAmount(amount, currency, locale),
          writeDay: (day) => formatDay(day, locale),
        }).map((each) => (
          <span key={each.what} className="block font-medium">
            {each.what}: <span className="font-normal text-soft">{each.before}</span>{" "}
            <span aria-hidden="true">→</span>
            <span className="sr-only">becomes</span> {each.after}
          </span>
        )),
    },
    {
      key: "why",
      head: "Asked by",
      place: "sub",
      wraps: true,
      cell: ({ by, reason, askedAt }) => (
        <>
          {by}, <time dateTime={isoInstant(askedAt)}>{formatInstantDay(askedAt, locale, zone)}</time>:{" "}
          {reason}
        </>
      ),
    },
    ...(answer
      ? [{ key: "answer", head: "Answer", place: "sub-end", cell: answer } satisfies Column<LimitRequestRow>]
      : []),
  ];
}
