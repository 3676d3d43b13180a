"use client";
// Which conditions the chosen lines have from now on, and when their release is expected. One that stays keeps its state.
import { useRouter } from "next/navigation";
import { useState } from "react";
import { countOf } from "@/domain/count-of.ts";
import {
  CONDITION_KINDS,
  CONDITION_WORDS,
  type Condition,
  type ConditionKind,
} from "@/domain/invoices/release-conditions.ts";
import { isDay } from "@/domain/values/day.ts";
import { api } from "@/server/client.ts";
import { CheckField } from "@/ui/check-field.tsx";
import { ConfirmDialog } from "@/ui/confirm-dialog.tsx";
import { Field } from "@/ui/field.tsx";
import { toast } from "@/ui/toast.tsx";
import { useCommand } from "@/ui/use-command.ts";
import { namedOf, type HeldLine, type Place } from "../new/use-retained.ts";

type Props = { org: string; lines: readonly HeldLine[]; place: Place; open: boolean; onClose: () => void };

export function SetDialog({ org, lines, open, onClose }: Props) {
  const router = useRouter();
  const there = lines.flatMap((line) => line.release.conditions);
  const [kinds, setKinds] = useState<ReadonlySet<ConditionKind>>(new Set(there.map(({ kind }) => kind)));
  const [other, setOther] = useState(there.find(({ kind }) => kind === "other")?.words ?? "");
  const days = new Set(lines.map((line) => line.release.expectedOn ?? ""));
  const [expected, setExpected] = useState(days.size === 1 ? ([...days][0] ?? "") : "");
  const conditions = CONDITION_KINDS.filter((kind) => kinds.has(kind)).map((kind): Condition => ({
    kind,
    words: kind === "other" ? other : "",
  }));
  const { send, pending, fault } = useCommand(
    (_: null, commandKey) =>
      api(org).retainage.setConditions.mutate({
        commandKey,
        lines: lines.map(namedOf),
        conditions: conditions.map(said),
        expectedOn: isDay(expected) ? expected : null,
      }),
    () => {
      toast(`Conditions set for ${countOf(lines.length, "line")}`);
      onClose();
      router.refresh();
    },
  );
  const tick = (kind: ConditionKind, isOn: boolean) =>
    setKinds(new Set(CONDITION_KINDS.filter((each) => (each === kind ? isOn : kinds.has(each)))));
  return (
    <ConfirmDialog
      title={`Conditions for ${countOf(lines.length, "line")}`}
      button="Set conditions"
      variant="primary"
      keep="Cancel"
      open={open}
      pending={pending}
      fault={fault?.above ? fault : null}
      onClose={onClose}
      onConfirm={() => send(null)}
    >
      <fieldset>
        <legend className="text-13 font-medium">What has to happen first</legend>
        {CONDITION_KINDS.map((kind) => (
          <CheckField
            key={kind}
            label={kind === "other" ? "Something else" : CONDITION_WORDS[kind]}
            checked={kinds.has(kind)}
            onChange={(event) => tick(kind, event.target.checked)}
          />
        ))}
      </fieldset>
      {kinds.has("other") ? (
        <Field
          label="What else"
          maxLength={100}
          autoComplete="off"
          value={other}
          error={fault?.fields[`conditions.${conditions.length - 1}.words`]}
          onChange={(event) => setOther(event.target.value)}
        />
      ) : null}
      <Field
        label="Release expected"
        type="date"
        hint="With no condition, it may be billed from that day on."
        value={expected}
        error={fault?.fields["expectedOn"]}
        onChange={(event) => setExpected(event.target.value)}
      />
    </ConfirmDialog>
  );
}

const said = ({ kind, words }: Condition) =>
  kind === "other" ? { kind, words } : { kind, words: "" as const };
