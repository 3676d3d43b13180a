// The columns of what customers said: whose, what, in which words, when, and whether it is dealt with.
import type { ReactNode } from "react";
import type { Said, saidList } from "@/domain/collections/said.ts";
import { differenceWords, saidStateWords, saidWords } from "@/domain/collections/said-words.ts";
import { countOf } from "@/domain/count-of.ts";
import { InstantText } from "@/ui/instant.tsx";
import { Link } from "@/ui/link.tsx";
import type { Column } from "@/ui/table.tsx";
import { Tag, type TagTone } from "@/ui/tag.tsx";
import type { CurrentMember } from "../_shell/current-member.ts";
import { toCustomer, toInvoice } from "../_shell/links.ts";
import { RowLink } from "./cells.tsx";
import type { SortsOf } from "./list-links.ts";

type Props = {
  org: CurrentMember["org"];
  sortBy: SortsOf<typeof saidList>;
  /** The button of an open question; null for who may not answer. */
  answer: ((row: Said) => ReactNode) | null;
};

export function saidColumns({ org, sortBy, answer }: Props): Column<Said>[] {
  const { slug, locale, zone } = org;
  return [
    {
      key: "customer",
      head: "Customer",
      place: "lead",
      rowHead: true,
      wraps: true,
      cell: (row) => (
        <RowLink href={toCustomer(slug, row.customerId)}>
          {row.customerName} <span className="font-normal text-soft">{row.customerNumber}</span>
        </RowLink>
      ),
    },
    {
      key: "what",
      head: "What",
      place: "sub",
      wraps: true,
      cell: (row) => <What row={row} slug={slug} locale={locale} />,
    },
    {
      key: "state",
      head: "State",
      place: "lead-end",
      cell: (row) => <Tag tone={TONES[row.state]}>{saidStateWords(row)}</Tag>,
    },
    {
      key: "said",
      head: "Said",
      place: "under",
      sort: sortBy("said"),
      cell: (row) => (
        <span className="text-soft">
          <InstantText at={row.saidAt} locale={locale} zone={zone} />
        </span>
      ),
    },
    {
      key: "answer",
      head: "Answer",
      place: "sub-end",
      cell: (row) => (row.kind === "question" && row.state === "open" ? (answer?.(row) ?? null) : null),
    },
  ];
}

const TONES: Readonly<Record<Said["state"], TagTone>> = {
  open: "soon",
  settled: "neutral",
  answered: "neutral",
  waiting: "soon",
  kept: "good",
  broken: "late",
  replaced: "neutral",
};

function What({ row, slug, locale }: { row: Said; slug: string; locale: string }) {
  const words = saidWords(row, locale);
  if (row.kind === "promise") return words;
  return (
    <>
      {row.kind === "dispute" ? (
        <Link href={toInvoice(slug, row.invoiceId)} className="text-link">
          {words}
        </Link>
      ) : (
        words
      )}
      {row.note === "" ? null : <p className="wrap-anywhere whitespace-pre-line text-soft">“{row.note}”</p>}
      {row.kind === "question" && row.differences.length > 0 ? (
        <details>
          <summary className="touch-target cursor-pointer text-soft">
            {countOf(row.differences.length, "difference")}
          </summary>
          <ul className="list-disc pl-5 text-13">
            {row.differences.map((difference, at) => (
              <li key={at} className="wrap-anywhere">
                {differenceWords(difference, row.currency, locale)}
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </>
  );
}
