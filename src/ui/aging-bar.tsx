// How late the money is, as one bar: each bucket as wide as its share. The figures stand beside it, so it is left out
// for those who can't see it.
import { BUCKETS, type Aging, type Bucket } from "@/domain/ledger/aging.ts";

export const BUCKET_FILLS: Record<Bucket, string> = {
  current: "fill-age-0",
  d1_30: "fill-age-1",
  d31_60: "fill-age-2",
  d61_90: "fill-age-3",
  d91: "fill-age-4",
};

export function AgingBar({ aging }: { aging: Aging }) {
  const shares = sharesOf(aging);
  return (
    <svg
      viewBox="0 0 1000 10"
      preserveAspectRatio="none"
      aria-hidden="true"
      className="block h-2.5 w-full rounded-bar"
    >
      {shares.map(({ bucket, from, width }) => (
        <rect key={bucket} x={from} width={width} height="10" className={BUCKET_FILLS[bucket]} />
      ))}
    </svg>
  );
}

/** Where each bucket lies on a bar of a thousand; a bucket with anything in it is never too thin to see. */
export function sharesOf(aging: Aging): { bucket: Bucket; from: number; width: number }[] {
  const filled = BUCKETS.filter((bucket) => aging[bucket] > 0);
  const widths = filled.map((bucket) => Math.max(6, (aging[bucket] / aging.totalCents) * 1000));
  const scale = 1000 / widths.reduce((all, width) => all + width, 0);
  let from = 0;
  return filled.map((bucket, index) => {
    const width = (widths[index] ?? 0) * scale;
    const share = { bucket, from, width };
    from += width;
    return share;
  });
}
