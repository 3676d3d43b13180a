// A total that comes after the rows: the list doesn't wait for what has to look at all of it.
import { Suspense } from "react";
import type { Cents } from "@/domain/money.ts";
import { Amount, type Reading } from "@/ui/amount.tsx";
import { Bone } from "@/ui/skeleton.tsx";

export function LaterAmount({ cents, ...reading }: Reading & { cents: Promise<Cents> }) {
  const waiting = (
    <span className="inline-block">
      <Bone width="w-16" />
    </span>
  );
  return (
    <Suspense fallback={waiting}>
      <Arrived cents={cents} {...reading} />
    </Suspense>
  );
}

async function Arrived({ cents, ...reading }: Reading & { cents: Promise<Cents> }) {
  return <Amount cents={await cents} {...reading} />;
}
