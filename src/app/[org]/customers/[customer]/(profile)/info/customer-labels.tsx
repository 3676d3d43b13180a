"use client";
// The labels of this customer, ticked from those there are, and saved together.
import { useRouter } from "next/navigation";
import { useState, type FormEvent } from "react";
import { labelWords, type LabelName } from "@/domain/customers/label.ts";
import { api } from "@/server/client.ts";
import { Button } from "@/ui/button.tsx";
import { Card, Section } from "@/ui/card.tsx";
import { CheckField } from "@/ui/check-field.tsx";
import { FaultNotice } from "@/ui/fault-notice.tsx";
import { Link } from "@/ui/link.tsx";
import { toast } from "@/ui/toast.tsx";
import { useCommand } from "@/ui/use-command.ts";
import { toSettings } from "../../../../_shell/links.ts";

/** `choices`: those in use, and those that they have. */
type Props = {
  org: string;
  customerId: string;
  chosen: readonly LabelName[];
  choices: readonly LabelName[];
  mayWrite: boolean;
};

export function CustomerLabels({ mayWrite, ...given }: Props) {
  const { org, chosen, choices } = given;
  return (
    <Section id="labels" title="Labels">
      <Card padded>
        {mayWrite && choices.length > 0 ? (
          <Choose key={chosen.map(({ id }) => id).join()} {...given} />
        ) : (
          <p className="text-soft">
            {chosen.length > 0 ? labelWords(chosen) : "None."}{" "}
            {choices.length === 0 ? (
              <Link href={toSettings(org, "labels")} className="text-link touch-target">
                Labels
              </Link>
            ) : null}
          </p>
        )}
      </Card>
    </Section>
  );
}

function Choose({ org, customerId, chosen, choices }: Omit<Props, "mayWrite">) {
  const router = useRouter();
  const [ticked, setTicked] = useState<readonly string[]>(chosen.map(({ id }) => id));
  const { send, pending, fault } = useCommand(
    (labelIds: readonly string[], commandKey) =>
      api(org).labels.setForCustomer.mutate({
        commandKey,
        customerId,
        seenIds: chosen.map(({ id }) => id),
        labelIds: [...labelIds],
      }),
    () => {
      toast("Labels saved");
      router.refresh();
    },
  );
  function submit(event: FormEvent) {
    event.preventDefault();
    send(ticked);
  }
  const tick = (id: string, on: boolean) =>
    setTicked(on ? [...ticked, id] : ticked.filter((each) => each !== id));
  return (
    <form onSubmit={submit} noValidate aria-label="Labels of this customer" className="grid gap-3">
      <FaultNotice fault={fault} />
      <div className="grid gap-x-4 gap-y-1 desk:grid-cols-3">
        {choices.map(({ id, name }) => (
          <CheckField
            key={id}
            label={name}
            checked={ticked.includes(id)}
            onChange={(event) => tick(id, event.target.checked)}
          />
        ))}
      </div>
      <div>
        <Button type="submit" pending={pending}>
          Save labels
        </Button>
      </div>
    </form>
  );
}
