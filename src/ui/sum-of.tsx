// A sum written out: its parts below each other, each with its sign, and what they come to.
import type { Cents } from "@/domain/values/money.ts";
import { Amount, type Reading } from "./amount.tsx";

export type SumLine = { name: string; cents: Cents; sign?: "+" | "−" };

type Props = Reading & { parts: readonly SumLine[]; result: SumLine };

export function SumOf({ parts, result, ...reading }: Props) {
  return (
    <dl className="grid max-w-sm grid-cols-[1fr_auto_auto] gap-x-2 gap-y-1">
      {[...parts, result].map((line, index) => (
        <div
          key={line.name}
          className={
            "col-span-3 grid grid-cols-subgrid " +
            (index === parts.length ? "border-t border-line pt-1 font-semibold" : "")
          }
        >
          <dt className={index === parts.length ? undefined : "text-soft"}>{line.name}</dt>
          <dd aria-hidden={line.sign === undefined} className="text-soft">
            {line.sign ?? ""}
          </dd>
          <dd className="text-right">
            <Amount cents={line.cents} {...reading} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
