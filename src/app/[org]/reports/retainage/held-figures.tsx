// What is held back, added up twice: by how long ago it was invoiced, and by when its release is expected. Each sum is a way to
// what it is made of.
import type { Route } from "next";
import {
  EXPECTED_WHEN,
  HELD_AGES,
  type AgedSums,
  type ExpectedWhen,
  type HeldAge,
} from "@/domain/invoices/aged-retainage.ts";
import type { Cents } from "@/domain/values/money.ts";
import { Amount, type Reading } from "@/ui/amount.tsx";
import { Card } from "@/ui/card.tsx";
import { Link } from "@/ui/link.tsx";

type Props = Reading & {
  sums: AgedSums;
  ageWay: (age: HeldAge) => Route;
  expectedWay: (expected: ExpectedWhen) => Route;
};

export function HeldFigures({ sums, ageWay, expectedWay, ...reading }: Props) {
  return (
    <Card>
      <Row title="Invoiced" words={HELD_AGES} sums={sums.byAge} way={ageWay} {...reading} />
      <Row
        title="Release expected"
        words={EXPECTED_WHEN}
        sums={sums.byExpected}
        way={expectedWay}
        {...reading}
      />
    </Card>
  );
}

type RowProps<Word extends string> = Reading & {
  title: string;
  words: Readonly<Record<Word, string>>;
  sums: Readonly<Record<Word, Cents>>;
  way: (word: Word) => Route;
};

function Row<Word extends string>({ title, words, sums, way, ...reading }: RowProps<Word>) {
  const all = (Object.keys(words) as Word[]).map((word) => [word, sums[word]] as const);
  return (
    <div className="border-line not-first:border-t">
      <h2 className="px-4 pt-3 text-13 font-semibold">{title}</h2>
      <dl className="grid grid-cols-2 max-desk:[&>div:last-child:nth-child(odd)]:col-span-2 desk:flex">
        {all.map(([word, amount]) => (
          <div key={word} className="px-4 py-2 desk:flex-1">
            <dt className="text-13 text-soft">{words[word]}</dt>
            <dd className="text-16 font-semibold">
              {amount === 0 ? (
                <Amount cents={amount} {...reading} />
              ) : (
                <Link href={way(word)} className="touch-target underline-offset-4 hover:underline">
                  <Amount cents={amount} {...reading} />
                </Link>
              )}
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
