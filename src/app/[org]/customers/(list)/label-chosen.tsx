"use client";
// Around the list of customers: those that are ticked get a label, or lose it, together.
import { Tag } from "lucide-react";
import { useRouter } from "next/navigation";
import { useRef, useState, type ReactNode } from "react";
import { countOf } from "@/domain/count-of.ts";
import type { LabelName } from "@/domain/customers/label.ts";
import { api } from "@/server/client.ts";
import { Button } from "@/ui/button.tsx";
import { CheckField } from "@/ui/check-field.tsx";
import { FaultNotice } from "@/ui/fault-notice.tsx";
import { SelectField } from "@/ui/field.tsx";
import { toast } from "@/ui/toast.tsx";
import { useCommand } from "@/ui/use-command.ts";

/** `label`: the one that the list shows, where it shows one. */
type Props = { org: string; labels: readonly LabelName[]; label: string | undefined; children: ReactNode };

export function LabelChosen({ org, labels, label, children }: Props) {
  const router = useRouter();
  const form = useRef<HTMLFormElement>(null);
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [labelId, setLabelId] = useState(label ?? labels[0]?.id ?? "");
  const named = labels.find(({ id }) => id === labelId)?.name ?? "";
  const { send, pending, fault } = useCommand(
    async (on: boolean, commandKey) => {
      const customerIds = [...chosen];
      const { changed } = await api(org).labels.putOn.mutate({ commandKey, labelId, customerIds, on });
      return { changed, on };
    },
    ({ changed, on }) => {
      toast(`${named} ${on ? "put on" : "taken off"} ${countOf(changed, "customer")}`);
      // Not reset(): the label stays chosen, for those of the next page.
      for (const box of form.current?.querySelectorAll<HTMLInputElement>("input:checked") ?? [])
        box.checked = false;
      setChosen([]);
      router.refresh();
    },
  );
  const boxes = () => [...(form.current?.querySelectorAll<HTMLInputElement>("input[name=customer]") ?? [])];
  const recount = () => setChosen(boxes().flatMap((box) => (box.checked ? [box.value] : [])));
  function tickAll(ticked: boolean) {
    for (const box of boxes()) box.checked = ticked;
    recount();
  }
  const nobody = chosen.length === 0;
  return (
    <form ref={form} onSubmit={(event) => event.preventDefault()} onChange={recount}>
      <div className="mb-2 flex flex-wrap items-end gap-x-4 gap-y-2">
        <CheckField label="All on this page" onChange={(event) => tickAll(event.target.checked)} />
        <div className="ml-auto flex flex-wrap items-end gap-2">
          <SelectField
            label="Label"
            name="labelId"
            value={labelId}
            onChange={(event) => setLabelId(event.target.value)}
          >
            {labels.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </SelectField>
          <Button disabled={nobody} pending={pending} onClick={() => send(true)}>
            <Tag aria-hidden="true" />
            {nobody ? "Put on" : `Put on ${countOf(chosen.length, "customer")}`}
          </Button>
          <Button disabled={nobody} pending={pending} onClick={() => send(false)}>
            Take off
          </Button>
        </div>
      </div>
      <FaultNotice fault={fault} />
      {children}
    </form>
  );
}
