// What the columns of the lists are made of: the name that leads to a row's own page, an amount in a currency that may
// not be the list's, and a total that comes after the rows.
import type { Route } from "next";
import type { ReactNode } from "react";
import type { Cents, GrossSum } from "@/domain/values/money.ts";
import { Amount, type Reading } from "@/ui/amount.tsx";
import { Later } from "@/ui/later.tsx";
import { Link } from "@/ui/link.tsx";

export function RowLink({ href, children }: { href: Route; children: ReactNode }) {
  return (
    <Link href={href} className="font-medium hover:underline">
      {children}
    </Link>
  );
}

type RowAmountProps = Reading & {
  cents: Cents;
  home: string;
  asBalance?: boolean;
  /** Why it isn’t in the total: it is struck out. */
  struck?: string | null;
};

/** Says its currency where that isn't the one in which the list is totalled. */
export function RowAmount({ home, struck = null, ...amount }: RowAmountProps) {
  return (
    <>
      {amount.currency === home ? null : (
        <span className="mr-2 text-12 font-normal text-soft">{amount.currency}</span>
      )}
      {struck ? (
        <s title={struck} className="text-soft">
          <Amount {...amount} />
        </s>
      ) : (
        <Amount {...amount} />
      )}
    </>
  );
}

type TotalProps<Totals> = Reading & {
  totals: Promise<Totals>;
  pick: (totals: Totals) => GrossSum;
  asBalance?: boolean;
};

/** The list doesn't wait for what has to look at all of it. */
export function Total<Totals>(props: TotalProps<Totals>) {
  return (
    <Later>
      <Arrived {...props} />
    </Later>
  );
}

async function Arrived<Totals>({ totals, pick, ...reading }: TotalProps<Totals>) {
  return <Amount cents={pick(await totals)} {...reading} />;
}
