// Aging in figures and as a bar: the buckets, their total, the credit not yet applied and what is left to collect.
// Columns where there is room, two groups of lines where there is less, one list on a phone.
import type { Route } from "next";
import type { ReactNode } from "react";
import { BUCKETS, BUCKET_LABELS, type Aging, type Bucket } from "@/domain/ledger/aging.ts";
import { negative, type Cents } from "@/domain/values/money.ts";
import { AgingBar, BUCKET_FILLS } from "./aging-bar.tsx";
import { Amount, type Reading } from "./amount.tsx";
import { Link } from "./link.tsx";

const LIST =
  "px-4 py-2 @min-[34rem]:grid @min-[34rem]:grid-flow-col @min-[34rem]:grid-cols-2 @min-[34rem]:grid-rows-5 " +
  "@min-[34rem]:gap-x-12 @min-[60rem]:flex @min-[60rem]:justify-between @min-[60rem]:gap-x-4 @min-[60rem]:py-3";

/** The business reads what it is to receive; its customer, on a statement, reads what they have to pay. */
type Props = Reading & {
  aging: Aging;
  reader?: "business" | "customer";
  /** Where what is in a bucket can be seen. */
  bucketWay?: (bucket: Bucket) => Route;
};

export function AgingFigures({ aging, reader = "business", bucketWay, ...reading }: Props) {
  return (
    <div className="@container">
      <dl className={LIST}>
        {BUCKETS.map((bucket) => (
          <Line key={bucket} name={<BucketName bucket={bucket} />}>
            <BucketAmount
              cents={aging[bucket]}
              isLate={bucket !== "current"}
              href={bucketWay?.(bucket)}
              {...reading}
            />
          </Line>
        ))}
        <Line name="Total" strong>
          <Amount cents={aging.totalCents} {...reading} />
        </Line>
        <Line name="Unapplied credit">
          <Amount cents={negative(aging.unappliedCents)} {...reading} />
        </Line>
        <Line name={reader === "business" ? "Net receivable" : "Balance"} strong>
          <Amount cents={aging.netCents} asBalance {...reading} />
        </Line>
        {reader === "business" || aging.retainedCents !== 0 ? (
          <Line name="Retainage held">
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

type BucketAmountProps = Reading & { cents: Cents; isLate: boolean; href: Route | undefined };

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

function BucketName({ bucket }: { bucket: Bucket }) {
  return (
    <span className="inline-flex items-center gap-1.5">
      <svg viewBox="0 0 8 8" aria-hidden="true" className="size-2 shrink-0 rounded-bar">
        <rect width="8" height="8" className={BUCKET_FILLS[bucket]} />
      </svg>
      <span>
        {BUCKET_LABELS[bucket]}
        {bucket === "current" ? null : (
          <span className={bucket === "d1_30" ? undefined : "sr-only"}> days past due</span>
        )}
      </span>
    </span>
  );
}
