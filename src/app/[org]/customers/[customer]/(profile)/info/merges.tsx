// The customers that were merged into this one, each with its reversal, and the way to merge another.
import { Merge } from "lucide-react";
import type { Day } from "@/domain/values/day.ts";
import { formatDay } from "@/domain/values/day-words.ts";
import type { RouterOutputs } from "@/server/client.ts";
import { ButtonLink } from "@/ui/button-link.tsx";
import { Section } from "@/ui/card.tsx";
import { toCustomerMerge } from "../../../../_shell/links.ts";
import { ReverseMerge } from "./reverse-merge.tsx";

type Standing = RouterOutputs["merges"]["list"]["rows"][number];
type Props = {
  org: string;
  customerId: string;
  merges: readonly Standing[];
  mayMerge: boolean;
  locale: string;
  today: Day;
};

export function Merges({ org, customerId, merges, mayMerge, locale, today }: Props) {
  if (merges.length === 0 && !mayMerge) return null;
  return (
    <Section id="merges" title="Merged customers">
      <div className="rounded-card border border-line bg-card">
        {merges.map((merge) => (
          <div
            key={merge.mergeId}
            className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 border-b border-line px-4 py-3"
          >
            <p>
              <span className="font-medium">{merge.name}</span>{" "}
              <span className="text-soft">
                {merge.number}, merged on {formatDay(merge.mergedOn, locale)} by {merge.by}
              </span>
            </p>
            {mayMerge ? <ReverseMerge org={org} merge={merge} today={today} /> : null}
          </div>
        ))}
        {mayMerge ? (
          <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3 px-4 py-3">
            <p className="max-w-xl text-soft">
              For a customer who is here twice: what is open moves to one of them, and both numbers lead
              there.
            </p>
            <ButtonLink href={toCustomerMerge(org, customerId)}>
              <Merge aria-hidden="true" />
              Merge with another
            </ButtonLink>
          </div>
        ) : null}
      </div>
    </Section>
  );
}
