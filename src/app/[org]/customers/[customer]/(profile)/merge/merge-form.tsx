"use client";
// Confirms a merge: whose terms count where the two differ, on which day everything moves, and why.
import { useRouter } from "next/navigation";
import { useState, type FormEvent } from "react";
import type { MergeChoice } from "@/domain/customers/merge-terms.ts";
import { isDay, type Day } from "@/domain/values/day.ts";
import { api, type RouterOutputs } from "@/server/client.ts";
import { Button } from "@/ui/button.tsx";
import { FaultNotice } from "@/ui/fault-notice.tsx";
import { Field } from "@/ui/field.tsx";
import { toast } from "@/ui/toast.tsx";
import { useCommand } from "@/ui/use-command.ts";
import { toCustomer } from "../../../../_shell/links.ts";
import { MergeChoices } from "./merge-choices.tsx";

type Props = { org: string; today: Day; locale: string; preview: RouterOutputs["merges"]["preview"] };
type Order = { mergedOn: Day; reason: string; choices: MergeChoice[] };

export function MergeForm({ org, today, locale, preview }: Props) {
  const { from, into } = preview;
  const router = useRouter();
  const [choices, setChoices] = useState<MergeChoice[]>([]);
  const [on, setOn] = useState<string>(today);
  const [reason, setReason] = useState("");
  const [tried, setTried] = useState(false);
  const { send, pending, fault } = useCommand(
    (order: Order, commandKey) =>
      api(org).merges.merge.mutate({
        commandKey,
        ...order,
        fromCustomerId: from.customerId,
        intoCustomerId: into.customerId,
      }),
    () => {
      toast(`${from.number} is part of ${into.name} now`);
      router.push(toCustomer(org, into.customerId));
      router.refresh();
    },
    { day: "mergedOn" },
  );
  const wrongDay =
    tried && (!isDay(on) || on > today) ? "Choose today or an earlier day." : fault?.fields["mergedOn"];

  function submit(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    if (isDay(on) && on <= today) send({ mergedOn: on, reason, choices });
  }
  function choose(choice: MergeChoice) {
    const isOther = ({ field, currency }: MergeChoice) =>
      field !== choice.field || currency !== choice.currency;
    setChoices((now) => [...now.filter(isOther), choice]);
  }
  return (
    <form onSubmit={submit} noValidate className="grid max-w-md gap-4">
      <FaultNotice fault={fault} />
      <MergeChoices preview={preview} locale={locale} choices={choices} choose={choose} />
      <Field
        label="Merge day"
        name="mergedOn"
        type="date"
        max={today}
        value={on}
        onChange={(event) => setOn(event.target.value)}
        error={wrongDay}
      />
      <Field
        label="Reason"
        name="reason"
        hint="Stands on each event that moves something."
        maxLength={500}
        autoComplete="off"
        value={reason}
        onChange={(event) => setReason(event.target.value)}
        error={fault?.fields["reason"]}
      />
      <div>
        <Button type="submit" variant="primary" pending={pending}>
          Merge {from.number} into {into.number}
        </Button>
      </div>
    </form>
  );
}
