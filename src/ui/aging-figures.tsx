// Aging in figures and as a bar: the buckets, their total, the credit not yet applied and what is left to collect.
// Columns where there is room, two groups of lines where there is less, one list on a phone.
import type { Route } from "next";
import type { ReactNode } from "react";
import { BUCKETS, BUCKET_LABELS, type Aging, type Bucket } from "@/domain/ledger/aging.ts";
import { negative, type Cents } from "@/domain/values/money.ts";
import { AgingBar, BUCKET_FILLS } from "./aging-bar.tsx";
import { Amount, type AmountWords, type Reading } from "./amount.tsx";
import { Link } from "./link.tsx";

const LIST =
  "px-4 py-2 @min-[34rem]:grid @min-[34rem]:grid-flow-col @min-[34rem]:grid-cols-2 @min-[34rem]:grid-rows-5 " +
  "@min-[34rem]:gap-x-12 @min-[60rem]:flex @min-[60rem]:justify-between @min-[60rem]:gap-x-4 @min-[60rem]:py-3";

export type AgingWords = {
  buckets: Record<Bucket, string>;
  /** Behind a bucket's days. */
  pastDue: string;
  total: string;
  unapplied: string;
  net: string;
  retainage: string;
  amounts: AmountWords;
};

const BUSINESS_WORDS = {
  buckets: BUCKET_LABELS,
  pastDue: "days past due",
  total: "Total",
  unapplied: "Unapplied credit",
  net: "Net receivable",
  retainage: "Retainage held",
};

type Props = Reading & {
  aging: Aging;
  /** Of its customer, who reads on a statement what they have to pay; else the business reads what it is to receive. */
  customer?: AgingWords;
  /** Where what is in a bucket can be seen. */
  bucketWay?: (bucket: Bucket) => Route;
};

export function AgingFigures({ aging, customer, bucketWay, ...given }: Props) {
  const words = customer ?? BUSINESS_WORDS;
  const reading = { ...given, ...(customer && { words: customer.amounts }) };
  return (
    <div className="@container">
      <dl className={LIST}>
        {BUCKETS.map((bucket) => (
          <Line key={bucket} name={<BucketName bucket={bucket} words={words} />}>
            <BucketAmount
              cents={aging[bucket]}
              isLate={bucket !== "current"}
              href={bucketWay?.(bucket)}
              {...reading}
            />
          </Line>
        ))}
        <Line name={words.total} strong>
          <Amount cents={aging.totalCents} {...reading} />
        </Line>
        <Line name={words.unapplied}>
          <Amount cents={negative(aging.unappliedCents)} {...reading} />
        </Line>
        <Line name={words.net} strong>
          <Amount cents={aging.netCents} asBalance {...reading} />
        </Line>
        {!customer || aging.retainedCents !== 0 ? (
          <Line name={words.retainage}>
            <Amount cents={aging.retainedCents} {...reading} />
          </Line>
        ) : null}
      </dl>
      {aging.totalCents > 0 ? (
        <div className="px-4 pb-4">
          <AgingBar aging={aging} />
        </div>
      ) : null}
    </div>
  );
}

type BucketAmountProps = Reading & {
  words?: AmountWords;
  cents: Cents;
  isLate: boolean;
  href: Route | undefined;
};

function BucketAmount({ cents, isLate, href, ...reading }: BucketAmountProps) {
  const className = isLate && cents > 0 ? "text-late" : "";
  const amount = <Amount cents={cents} {...reading} />;
  if (href === undefined || cents === 0) return <span className={className}>{amount}</span>;
  return (
    <Link
      href={href}
      scroll={false}
      className={`${className} touch-target -my-2 inline-block py-2 underline-offset-2 hover:underline touch:underline`}
    >
      {amount}
    </Link>
  );
}

function Line({
  name,
  strong = false,
  children,
}: {
  name: ReactNode;
  strong?: boolean;
  children: ReactNode;
}) {
  return (
    <div className="flex items-baseline justify-between gap-4 py-1.5 touch:has-[a]:py-3 @min-[60rem]:block @min-[60rem]:py-0! @min-[60rem]:text-right">
      <dt className="text-13 whitespace-nowrap text-soft @min-[60rem]:mb-1 @min-[60rem]:text-12">{name}</dt>
      <dd className={strong ? "font-semibold" : undefined}>{children}</dd>
    </div>
  );
}

type BucketNameProps = { bucket: Bucket; words: Pick<AgingWords, "buckets" | "pastDue"> };

function BucketName({ bucket, words }: BucketNameProps) {
  return (
    <span className="inline-flex items-center gap-1.5">
      <svg viewBox="0 0 8 8" aria-hidden="true" className="size-2 shrink-0 rounded-bar">
        <rect width="8" height="8" className={BUCKET_FILLS[bucket]} />
      </svg>
      <span>
        {words.buckets[bucket]}
        {bucket === "current" ? null : (
          <span className={bucket === "d1_30" ? undefined : "sr-only"}> {words.pastDue}</span>
        )}
      </span>
    </span>
  );
}
