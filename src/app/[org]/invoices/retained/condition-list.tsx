// What the release of a held line waits for, each condition with its state, and since when it may be billed.
import { Check, Clock } from "lucide-react";
import { conditionKey, conditionWords } from "@/domain/invoices/release-conditions.ts";
import { formatDay } from "@/domain/values/day-words.ts";
import type { HeldLine } from "./new/use-retained.ts";

type Props = { line: Pick<HeldLine, "release" | "since">; locale: string };

export function ConditionList({ line: { release, since }, locale }: Props) {
  const { expectedOn, conditions } = release;
  if (expectedOn === null && conditions.length === 0) return null;
  const day = (on: NonNullable<typeof since>) => formatDay(on, locale);
  return (
    <div className="mt-1 text-13">
      <ul>
        {conditions.map((condition) => {
          const { metOn, metBy } = condition;
          const [Icon, look] = metOn === null ? [Clock, "text-soon"] : [Check, "text-good"];
          return (
            <li key={conditionKey(condition)} className="flex items-start gap-1.5">
              <Icon aria-hidden="true" className={`mt-0.5 size-3.5 shrink-0 ${look}`} strokeWidth={2.5} />
              <span className="min-w-0 wrap-anywhere">
                {conditionWords(condition)}: {metOn === null ? "open" : `met ${day(metOn)} (${metBy})`}
              </span>
            </li>
          );
        })}
      </ul>
      {expectedOn !== null && since === null ? (
        <p className="text-soft">Release expected {day(expectedOn)}</p>
      ) : null}
      {since === null ? null : <p className="font-medium text-good">May be billed since {day(since)}</p>}
    </div>
  );
}
