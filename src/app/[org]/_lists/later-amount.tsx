// A total that comes after the rows: the list doesn't wait for what has to look at all of it.
import type { Cents } from "@/domain/values/money.ts";
import { Amount, type Reading } from "@/ui/amount.tsx";
import { Later } from "@/ui/later.tsx";

export function LaterAmount({ cents, ...reading }: Reading & { cents: Promise<Cents> }) {
  return (
    <Later>
      <Arrived cents={cents} {...reading} />
    </Later>
  );
}

async function Arrived({ cents, ...reading }: Reading & { cents: Promise<Cents> }) {
  return <Amount cents={await cents} {...reading} />;
}
