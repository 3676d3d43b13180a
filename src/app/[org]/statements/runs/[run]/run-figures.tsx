// How far a run is, as a bar while it moves, and what it comes to.
import { countOf } from "@/domain/count-of.ts";
import { RUN_DELIVERIES } from "@/domain/statements/run.ts";
import { formatMoney } from "@/domain/values/money.ts";
import { Meter } from "@/ui/meter.tsx";
import { Notice } from "@/ui/notice.tsx";
import type { CurrentMember } from "../../../_shell/current-member.ts";
import type { ShownRun } from "./shown-run.ts";

type Props = { run: ShownRun; org: CurrentMember["org"] };

export function RunFigures({ run, org }: Props) {
  const { figures, state } = run;
  const money = (cents: typeof figures.readyCents) => formatMoney(cents, org.currency, org.locale);
  const facts = [
    ["In it", `${figures.ready + figures.made} · ${money(sumOf(run))}`],
    ["Not in it", String(figures.skipped)],
    ["To look at", String(figures.withExceptions)],
    ["Delivery", RUN_DELIVERIES[run.deliver]],
    ...(state === "rehearsing" || state === "rehearsed" ? [] : [["Made", String(figures.made)] as const]),
    ...(figures.failed > 0 ? [["Failed", String(figures.failed)] as const] : []),
  ] as const;
  return (
    <section aria-label="How far it is" className="mb-4 grid gap-3">
      <dl className="flex flex-wrap gap-x-8 gap-y-2">
        {facts.map(([term, value]) => (
          <div key={term}>
            <dt className="text-12 text-soft">{term}</dt>
            <dd className="font-semibold">{value}</dd>
          </div>
        ))}
      </dl>
      {state === "rehearsing" ? (
        <p role="status">Being rehearsed: {countOf(seen(run), "customer")} so far.</p>
      ) : null}
      {state === "running" ? (
        <div role="status" className="max-w-md">
          <Meter
            percent={percentOf(run)}
            words={`${figures.delivered} of ${figures.ready + figures.made} are ready`}
          />
        </div>
      ) : null}
      {state === "rehearsed" && figures.ready === 0 ? (
        <Notice tone="soon" title="Nobody would get a statement">
          Choose otherwise in a new run, or put somebody in by hand.
        </Notice>
      ) : null}
      {figures.failed > 0 && state === "done" ? (
        <Notice tone="late" title={`${countOf(figures.failed, "statement")} failed`}>
          The others are made. Each says why below; “Try the failed again” makes only those.
        </Notice>
      ) : null}
    </section>
  );
}

const seen = ({ figures }: ShownRun): number => figures.ready + figures.skipped + figures.failed;
const sumOf = ({ figures }: ShownRun) =>
  (figures.readyCents + figures.madeCents) as typeof figures.readyCents;

function percentOf({ figures: { ready, made, delivered } }: ShownRun): number {
  const all = ready + made;
  return all === 0 ? 100 : Math.round((100 * delivered) / all);
}
