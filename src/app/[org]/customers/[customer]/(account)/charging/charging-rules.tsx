"use client";
// The rule of the account, and of each job that has its own.
import { useRouter } from "next/navigation";
import { useState, type FormEvent } from "react";
import { FREE_RULE, PO_RULES, type ChargingRule, type PoRule } from "@/domain/credit/who-may-charge.ts";
import { api } from "@/server/client.ts";
import { Button } from "@/ui/button.tsx";
import { CheckField } from "@/ui/check-field.tsx";
import { FaultNotice } from "@/ui/fault-notice.tsx";
import { Field, SelectField } from "@/ui/field.tsx";
import { toast } from "@/ui/toast.tsx";
import { useCommand } from "@/ui/use-command.ts";
import type { Charging, Desk } from "./desk.ts";

const PO_WORDS: Record<PoRule, string> = {
  none: "None is asked for",
  required: "A number is required",
  blanket: "A blanket order, and what is left of it",
  preset: "A number that is filled in",
};

export function ChargingRules({ desk, charging }: { desk: Desk; charging: Charging }) {
  const { rules, jobs } = charging;
  const ofJobs = rules.filter(({ jobId }) => jobId !== null);
  return (
    <div className="grid gap-5">
      <ul className="grid gap-1">
        <li>
          <span className="font-medium">The account:</span> {said(ruleOf(rules, null))}
        </li>
        {ofJobs.map((rule) => (
          <li key={rule.jobId}>
            <span className="font-medium">{nameOf(jobs, rule.jobId)}:</span> {said(rule)}
          </li>
        ))}
      </ul>
      {desk.mayChange ? <ChangeRule desk={desk} charging={charging} /> : null}
    </div>
  );
}

const ruleOf = (rules: Charging["rules"], jobId: string | null): ChargingRule =>
  rules.find((rule) => rule.jobId === jobId) ?? FREE_RULE;

const nameOf = (jobs: Charging["jobs"], jobId: string | null): string =>
  jobs.find((job) => job.jobId === jobId)?.name ?? "A job that is closed";

const said = ({ buyersOnly, poRule, presetPo }: ChargingRule): string =>
  [
    buyersOnly ? "authorised buyers only" : "anybody may charge",
    poRule === "none"
      ? "no purchase order"
      : poRule === "preset"
        ? `purchase order ${presetPo}`
        : poRule === "blanket"
          ? "on a blanket purchase order"
          : "with a purchase order number",
  ].join(", ");

function ChangeRule({
  desk: { org, accountId },
  charging: { rules, jobs },
}: {
  desk: Desk;
  charging: Charging;
}) {
  const router = useRouter();
  const [jobId, setJobId] = useState<string | null>(null);
  const [rule, setRule] = useState(ruleOf(rules, null));
  const { send, pending, fault } = useCommand(
    ({ buyersOnly, poRule, presetPo }: ChargingRule, commandKey) =>
      api(org).charging.setRule.mutate({ commandKey, accountId, jobId, buyersOnly, poRule, presetPo }),
    () => {
      toast("It counts from the next charge on.");
      router.refresh();
    },
  );
  function submit(event: FormEvent) {
    event.preventDefault();
    send(rule);
  }
  return (
    <form
      onSubmit={submit}
      noValidate
      className="grid max-w-xl gap-4"
      aria-label="Change what a charge takes"
    >
      <FaultNotice fault={fault} />
      {jobs.length > 0 ? (
        <SelectField
          label="Counts for"
          name="job"
          value={jobId ?? ""}
          onChange={(event) => {
            const chosen = event.target.value || null;
            setJobId(chosen);
            setRule(ruleOf(rules, chosen));
          }}
        >
          <option value="">The account</option>
          {jobs.map((job) => (
            <option key={job.jobId} value={job.jobId}>
              {job.name}
            </option>
          ))}
        </SelectField>
      ) : null}
      <CheckField
        name="buyersOnly"
        label="Authorised buyers only"
        checked={rule.buyersOnly}
        onChange={(event) => setRule({ ...rule, buyersOnly: event.target.checked })}
      />
      <SelectField
        label="Purchase order"
        name="poRule"
        value={rule.poRule}
        onChange={(event) =>
          setRule({ ...rule, poRule: PO_RULES.find((each) => each === event.target.value) ?? "none" })
        }
      >
        {PO_RULES.map((each) => (
          <option key={each} value={each}>
            {PO_WORDS[each]}
          </option>
        ))}
      </SelectField>
      {rule.poRule === "preset" ? (
        <Field
          label="Number"
          name="presetPo"
          autoComplete="off"
          maxLength={60}
          value={rule.presetPo}
          onChange={(event) => setRule({ ...rule, presetPo: event.target.value })}
          error={fault?.fields["presetPo"]}
        />
      ) : null}
      <div>
        <Button type="submit" variant="primary" pending={pending}>
          Save
        </Button>
      </div>
    </form>
  );
}
