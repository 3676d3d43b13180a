"use client";
// Chooses one of a few for a customer, or none, from the next document on: a tax, a discount class.
import { useRouter } from "next/navigation";
import { useState, type FormEvent } from "react";
import { Button } from "@/ui/button.tsx";
import { FaultNotice } from "@/ui/fault-notice.tsx";
import { SelectField } from "@/ui/field.tsx";
import { toast } from "@/ui/toast.tsx";
import { useCommand } from "@/ui/use-command.ts";

export type Choice = { id: string; name: string };
type Props = {
  /** Names the form for screen readers. */
  name: string;
  label: string;
  /** What a refusal calls the field. */
  field: string;
  chosen: string | null;
  choices: readonly Choice[];
  /** What stands there where nothing is chosen. */
  none: string;
  button: string;
  said: string;
  run: (id: string | null, commandKey: string) => Promise<unknown>;
  done?: () => void;
};

export function ChooseOne({ name, label, field, chosen, choices, none, button, said, run, done }: Props) {
  const router = useRouter();
  const [wanted, setWanted] = useState(chosen ?? "");
  const { send, pending, fault } = useCommand(
    (id: string, commandKey) => run(id || null, commandKey),
    () => {
      toast(said);
      done?.();
      router.refresh();
    },
  );
  function submit(event: FormEvent) {
    event.preventDefault();
    send(wanted);
  }
  return (
    <form onSubmit={submit} noValidate aria-label={name} className="grid max-w-md gap-3 text-left">
      <FaultNotice fault={fault} />
      <div className="flex items-end gap-2">
        <div className="min-w-0 flex-1">
          <SelectField
            label={label}
            name={field}
            value={wanted}
            onChange={(event) => setWanted(event.target.value)}
            error={fault?.fields[field]}
          >
            <option value="">{none}</option>
            {choices.map((choice) => (
              <option key={choice.id} value={choice.id}>
                {choice.name}
              </option>
            ))}
          </SelectField>
        </div>
        <Button type="submit" pending={pending} disabled={wanted === (chosen ?? "")}>
          {button}
        </Button>
      </div>
    </form>
  );
}
