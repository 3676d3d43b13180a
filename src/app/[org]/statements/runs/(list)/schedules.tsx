// The runs that come by themselves: what, when next, and the way to end them.
import { KIND_LABELS } from "@/domain/statements/kind-words.ts";
import { RUN_DELIVERIES } from "@/domain/statements/run.ts";
import { RUN_DAYS, RUN_GOES } from "@/domain/statements/run-schedule.ts";
import type { RouterOutputs } from "@/server/client.ts";
import { Card } from "@/ui/card.tsx";
import { DayText } from "@/ui/day.tsx";
import type { CurrentMember } from "../../../_shell/current-member.ts";
import { EndSchedule } from "./end-schedule.tsx";

type Props = {
  org: CurrentMember["org"];
  schedules: RouterOutputs["statementRuns"]["schedules"];
  mayEnd: boolean;
};

export function Schedules({ org, schedules, mayEnd }: Props) {
  return (
    <section aria-labelledby="coming" className="mb-4">
      <h2 id="coming" className="mb-2 font-semibold">
        Come by themselves
      </h2>
      <Card>
        <ul className="divide-y divide-line">
          {schedules.map((schedule) => (
            <li
              key={schedule.scheduleId}
              className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 px-4 py-3"
            >
              <div>
                <p className="font-medium">
                  {KIND_LABELS[schedule.kind]} · {RUN_DAYS[schedule.on].toLowerCase()} of each month ·{" "}
                  {RUN_DELIVERIES[schedule.deliver].toLowerCase()}
                </p>
                <p className="text-13 text-soft">
                  Next on <DayText day={schedule.nextOn} locale={org.locale} /> · {RUN_GOES[schedule.goes]} ·
                  set up by {schedule.madeBy}
                </p>
              </div>
              {mayEnd ? (
                <EndSchedule
                  org={org.slug}
                  scheduleId={schedule.scheduleId}
                  name={`${KIND_LABELS[schedule.kind]} statements`}
                />
              ) : null}
            </li>
          ))}
        </ul>
      </Card>
    </section>
  );
}
