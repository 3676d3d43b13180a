"use client";
// What a run is of, and for whom. The last day of the month before is a click away, since that is when most are made.
import { useRouter } from "next/navigation";
import { useRef, useState, type FormEvent } from "react";
import { KIND_LABELS, KIND_SAYS } from "@/domain/statements/kind-words.ts";
import { RUN_DELIVERIES, type RunDelivery } from "@/domain/statements/run.ts";
import { STATEMENT_KINDS } from "@/domain/statements/kinds.ts";
import { formatDay } from "@/domain/values/day-words.ts";
import type { Day } from "@/domain/values/day.ts";
import { api } from "@/server/client.ts";
import { Button } from "@/ui/button.tsx";
import { CheckField } from "@/ui/check-field.tsx";
import { FaultNotice } from "@/ui/fault-notice.tsx";
import { FieldGroup } from "@/ui/field-group.tsx";
import { Field, SelectField } from "@/ui/field.tsx";
import { toast } from "@/ui/toast.tsx";
import { useCommand } from "@/ui/use-command.ts";
import { toRun, toRuns } from "../../../_shell/run-links.ts";
import { When } from "./when-fields.tsx";
import {
  NOTHING_GIVEN,
  deliveryOf,
  choiceOf,
  daysOf,
  faultsOf,
  kindOf,
  reachedOf,
  type GivenRun,
  type Reading,
} from "./given-run.ts";
import { RunGroups, type RunGroupChoices } from "./run-groups.tsx";

type Props = {
  org: string;
  today: Day;
  monthEnd: Day;
  reading: Reading;
  groups: RunGroupChoices;
};

export function RunForm({ org, today, monthEnd, reading, groups }: Props) {
  const router = useRouter();
  const form = useRef<HTMLFormElement>(null);
  const [given, setGiven] = useState<GivenRun>({ ...NOTHING_GIVEN, asOf: today });
  const [tried, setTried] = useState(false);
  const set = (part: Partial<GivenRun>) => setGiven({ ...given, ...part });
  const wrong = faultsOf(given, today, reading);
  const { send, pending, fault } = useCommand(
    (_: null, commandKey) => begin(org, { given, reading, commandKey }),
    (begun) => {
      if ("nextOn" in begun) toast(`The first comes on ${formatDay(begun.nextOn, reading.locale)}`);
      else if (!begun.fresh) toast("This run is there already; here it is");
      router.push("nextOn" in begun ? toRuns(org) : toRun(org, begun.runId));
    },
  );
  const error = (field: keyof GivenRun) => fault?.fields[field] ?? (tried ? wrong[field] : undefined);

  function submit(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    const [first] = Object.keys(wrong);
    if (first === undefined) return send(null);
    form.current?.querySelector<HTMLElement>(`[name=${first}]`)?.focus();
  }

  return (
    <form
      ref={form}
      onSubmit={submit}
      noValidate
      className="grid max-w-3xl gap-5 rounded-card border border-line bg-card p-4 desk:p-6"
    >
      <FaultNotice fault={fault} />
      <What given={given} set={set} error={error} today={today} monthEnd={monthEnd} />
      <FieldGroup title="For whom">
        <Field
          label={`Owes at least (${reading.currency})`}
          hint="Left empty, whatever they owe; also who is in credit."
          name="min"
          inputMode="decimal"
          autoComplete="off"
          value={given.min}
          onChange={(event) => set({ min: event.target.value })}
          error={error("min")}
        />
        <SelectField
          label="Can be reached"
          name="reachedBy"
          value={given.reachedBy}
          onChange={(event) => set({ reachedBy: reachedOf(event.target.value) })}
        >
          <option value="">Either way</option>
          <option value="mail">By e-mail</option>
          <option value="letter">Only by letter</option>
        </SelectField>
        <RunGroups {...groups} given={given} set={set} />
        <CheckField
          label="Only who is past due"
          checked={given.pastDueOnly}
          onChange={(event) => set({ pastDueOnly: event.target.checked })}
        />
        <CheckField
          label="Only who had activity within the days"
          checked={given.activeOnly}
          onChange={(event) => set({ activeOnly: event.target.checked })}
        />
        <CheckField
          label="One statement for a parent and its branches"
          checked={given.families}
          onChange={(event) => set({ families: event.target.checked })}
        />
      </FieldGroup>
      <SelectField
        label="How they go out"
        hint={DELIVERY_HINTS[given.deliver]}
        name="deliver"
        value={given.deliver}
        onChange={(event) => set({ deliver: deliveryOf(event.target.value) })}
      >
        {Object.entries(RUN_DELIVERIES).map(([value, words]) => (
          <option key={value} value={value}>
            {words}
          </option>
        ))}
      </SelectField>
      <When given={given} set={set} />
      <div className="flex justify-end">
        <Button type="submit" variant="primary" pending={pending}>
          {given.on === "" ? "Rehearse" : "Set up"}
        </Button>
      </div>
    </form>
  );
}

type Begin = { given: GivenRun; reading: Reading; commandKey: string };

type Begun = { runId: string; fresh: boolean } | { nextOn: Day };

async function begin(org: string, { given, reading, commandKey }: Begin): Promise<Begun> {
  const { statementRuns } = api(org);
  const { on, goes } = given;
  const choice = choiceOf(given, reading);
  if (on === "") return statementRuns.start.mutate({ commandKey, ...choice, ...daysOf(given) });
  return statementRuns.startSchedule.mutate({ commandKey, ...choice, on, goes });
}

const DELIVERY_HINTS: Record<RunDelivery, string> = {
  mail: "To the customer’s own address and to the contacts that get statements. Who has none is listed, to be printed.",
  print: "As one file for the printer, with a cover sheet.",
  none: "They are numbered and kept; each can be mailed or printed later.",
};

type WhatProps = {
  given: GivenRun;
  set: (part: Partial<GivenRun>) => void;
  error: (field: keyof GivenRun) => string | undefined;
  today: Day;
  monthEnd: Day;
};

function What({ given, set, error, today, monthEnd }: WhatProps) {
  return (
    <div className="grid items-start gap-4 desk:grid-cols-3">
      <SelectField
        label="Kind"
        hint={KIND_SAYS[given.kind]}
        name="kind"
        value={given.kind}
        onChange={(event) => set({ kind: kindOf(event.target.value) })}
      >
        {STATEMENT_KINDS.map((kind) => (
          <option key={kind} value={kind}>
            {KIND_LABELS[kind]}
          </option>
        ))}
      </SelectField>
      {given.on === "" ? (
        <div className="grid gap-1">
          <Field
            label="As of"
            type="date"
            name="asOf"
            max={today}
            value={given.asOf}
            onChange={(event) => set({ asOf: event.target.value })}
            error={error("asOf")}
            required
          />
          {given.asOf === monthEnd ? null : (
            <div className="-ml-3">
              <Button variant="quiet" onClick={() => set({ asOf: monthEnd })}>
                End of last month
              </Button>
            </div>
          )}
        </div>
      ) : null}
      {given.on !== "" || (given.kind === "open-item" && !given.activeOnly) ? null : (
        <Field
          label="Activity from"
          hint="Left empty, the first of the month."
          type="date"
          name="fromOn"
          max={today}
          value={given.fromOn}
          onChange={(event) => set({ fromOn: event.target.value })}
          error={error("fromOn")}
        />
      )}
    </div>
  );
}
