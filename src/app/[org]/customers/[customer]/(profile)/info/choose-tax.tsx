"use client";
// Chooses what a customer's sales are taxed with, from the next document on.
import { useRouter } from "next/navigation";
import { useState, type FormEvent } from "react";
import { api } from "@/server/client.ts";
import { Button } from "@/ui/button.tsx";
import { FaultNotice } from "@/ui/fault-notice.tsx";
import { SelectField } from "@/ui/field.tsx";
import { toast } from "@/ui/toast.tsx";
import { useCommand } from "@/ui/use-command.ts";

type Props = {
  org: string;
  customerId: string;
  rateId: string | null;
  choices: readonly { rateId: string; name: string }[];
  /** What the business takes by default. */
  standard: string;
};

export function ChooseTax({ org, customerId, rateId, choices, standard }: Props) {
  const router = useRouter();
  const [chosen, setChosen] = useState(rateId ?? "");
  const { send, pending, fault } = useCommand(
    (wanted: string, commandKey) =>
      api(org).taxes.chooseForCustomer.mutate({ commandKey, customerId, rateId: wanted || null }),
    () => {
      toast("Tax saved, from the next document on");
      router.refresh();
    },
  );
  function submit(event: FormEvent) {
    event.preventDefault();
    send(chosen);
  }
  return (
    <form onSubmit={submit} noValidate aria-label="Tax of this customer" className="grid max-w-md gap-3">
      <FaultNotice fault={fault} />
      <div className="flex items-end gap-2">
        <div className="min-w-0 flex-1">
          <SelectField
            label="Taxed with"
            name="rateId"
            value={chosen}
            onChange={(event) => setChosen(event.target.value)}
            error={fault?.fields["rateId"]}
          >
            <option value="">As the business’s own: {standard}</option>
            {choices.map((choice) => (
              <option key={choice.rateId} value={choice.rateId}>
                {choice.name}
              </option>
            ))}
          </SelectField>
        </div>
        <Button type="submit" pending={pending} disabled={chosen === (rateId ?? "")}>
          Save tax
        </Button>
      </div>
    </form>
  );
}
