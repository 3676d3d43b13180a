"use client";
// One of the conditions of the chosen lines is met, on a day, or open again.
import { useRouter } from "next/navigation";
import { useState } from "react";
import { countOf } from "@/domain/count-of.ts";
import { conditionKey, conditionWords, type Condition } from "@/domain/invoices/release-conditions.ts";
import { isDay } from "@/domain/values/day.ts";
import { api } from "@/server/client.ts";
import { CheckField } from "@/ui/check-field.tsx";
import { ConfirmDialog } from "@/ui/confirm-dialog.tsx";
import { Field, SelectField } from "@/ui/field.tsx";
import { toast } from "@/ui/toast.tsx";
import { useCommand } from "@/ui/use-command.ts";
import { namedOf, type HeldLine, type Place } from "../new/use-retained.ts";

type Props = { org: string; lines: readonly HeldLine[]; place: Place; open: boolean; onClose: () => void };

export function MeetDialog({ org, lines, place: { today }, open, onClose }: Props) {
  const router = useRouter();
  const all = new Map(
    lines.flatMap((line) => line.release.conditions).map((each) => [conditionKey(each), each] as const),
  );
  const openOnes = [...all.values()].filter(({ metOn }) => metOn === null);
  const [chosen, setChosen] = useState(() => {
    const [first] = openOnes.length > 0 ? openOnes : [...all.values()];
    return first ? conditionKey(first) : "";
  });
  const [isOpen, setIsOpen] = useState(false);
  const [on, setOn] = useState<string>(today);
  const { send, pending, fault } = useCommand(
    (condition: Condition, commandKey) =>
      api(org).retainage.meetCondition.mutate({
        commandKey,
        lines: lines.map(namedOf),
        condition:
          condition.kind === "other"
            ? { kind: condition.kind, words: condition.words }
            : { kind: condition.kind, words: "" },
        metOn: isOpen ? null : isDay(on) ? on : today,
      }),
    ({ lines: met }) => {
      const condition = all.get(chosen);
      const state = isOpen ? "open" : "met";
      if (condition) toast(`${conditionWords(condition)} is ${state} on ${countOf(met, "line")}`);
      onClose();
      router.refresh();
    },
  );
  return (
    <ConfirmDialog
      title={`A condition of ${countOf(lines.length, "line")}`}
      button={isOpen ? "Mark as open" : "Mark as met"}
      variant="primary"
      keep="Cancel"
      open={open}
      pending={pending}
      fault={fault?.above ? fault : null}
      onClose={onClose}
      onConfirm={() => {
        const condition = all.get(chosen);
        if (condition) send(condition);
      }}
    >
      <SelectField label="Condition" value={chosen} onChange={(event) => setChosen(event.target.value)}>
        {[...all].map(([key, condition]) => (
          <option key={key} value={key}>
            {conditionWords(condition)}
          </option>
        ))}
      </SelectField>
      {isOpen ? null : (
        <Field
          label="Met on"
          type="date"
          max={today}
          value={on}
          error={fault?.fields["metOn"]}
          onChange={(event) => setOn(event.target.value || today)}
        />
      )}
      <CheckField
        label="It is open again"
        checked={isOpen}
        onChange={(event) => setIsOpen(event.target.checked)}
      />
    </ConfirmDialog>
  );
}
