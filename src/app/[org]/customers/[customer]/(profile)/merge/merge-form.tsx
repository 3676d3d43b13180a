"use client";
// Confirms a merge: on which day everything moves, and why.
import { useRouter } from "next/navigation";
import { useState, type FormEvent } from "react";
import { isDay, type Day } from "@/domain/values/day.ts";
import { api } from "@/server/client.ts";
import { Button } from "@/ui/button.tsx";
import { FaultNotice } from "@/ui/fault-notice.tsx";
import { Field } from "@/ui/field.tsx";
import { toast } from "@/ui/toast.tsx";
import { useCommand } from "@/ui/use-command.ts";
import { toCustomer } from "../../../../_shell/links.ts";

type Side = { customerId: string; number: string; name: string };
type Props = { org: string; today: Day; from: Side; into: Side };
type Order = { mergedOn: Day; reason: string };

export function MergeForm({ org, today, from, into }: Props) {
  const router = useRouter();
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
    if (isDay(on) && on <= today) send({ mergedOn: on, reason });
  }
  return (
    <form onSubmit={submit} noValidate className="grid max-w-md gap-4">
      <FaultNotice fault={fault} />
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
