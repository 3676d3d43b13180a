"use client";
// Approves an override for a while, or declines it and says why.
import { useRouter } from "next/navigation";
import { useState } from "react";
import { minutesWords } from "@/domain/credit/override-words.ts";
import { OVERRIDE_MINUTES, USUAL_MINUTES } from "@/domain/credit/override.ts";
import { api } from "@/server/client.ts";
import { Button } from "@/ui/button.tsx";
import { FaultNotice } from "@/ui/fault-notice.tsx";
import { Field, SelectField } from "@/ui/field.tsx";
import { toast } from "@/ui/toast.tsx";
import { useCommand } from "@/ui/use-command.ts";

type Props = { org: string; overrideId: string; customerName: string };
type Answer = { approve: boolean };

export function AnswerOverride({ org, overrideId, customerName }: Props) {
  const router = useRouter();
  const [minutes, setMinutes] = useState<(typeof OVERRIDE_MINUTES)[number]>(USUAL_MINUTES);
  const [note, setNote] = useState("");
  const { send, pending, fault } = useCommand(
    async ({ approve }: Answer, commandKey) => {
      const { overrides } = api(org);
      await (approve
        ? overrides.approve.mutate({ commandKey, overrideId, minutes })
        : overrides.decline.mutate({ commandKey, overrideId, note }));
      return { approve };
    },
    ({ approve }: Answer) => {
      toast(
        approve ? `${customerName} may charge that once` : `The override for ${customerName} is declined`,
      );
      router.refresh();
    },
  );
  return (
    <div className="grid gap-3">
      <FaultNotice fault={fault} />
      <div className="grid gap-3 desk:grid-cols-[12rem_minmax(0,1fr)]">
        <SelectField
          label="Can be used for"
          name="minutes"
          value={String(minutes)}
          onChange={(event) =>
            setMinutes(OVERRIDE_MINUTES.find((each) => String(each) === event.target.value) ?? USUAL_MINUTES)
          }
        >
          {OVERRIDE_MINUTES.map((each) => (
            <option key={each} value={each}>
              {minutesWords(each)}
            </option>
          ))}
        </SelectField>
        <Field
          label="Note, if you decline"
          name="note"
          autoComplete="off"
          maxLength={500}
          value={note}
          onChange={(event) => setNote(event.target.value)}
        />
      </div>
      <div className="flex flex-wrap gap-2">
        <Button variant="primary" pending={pending} onClick={() => send({ approve: true })}>
          Approve
        </Button>
        <Button pending={pending} onClick={() => send({ approve: false })}>
          Decline
        </Button>
      </div>
    </div>
  );
}
