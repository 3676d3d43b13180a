"use client";
// Gives a customer a parent, another one, or none.
import { useRouter } from "next/navigation";
import { useState } from "react";
import { api } from "@/server/client.ts";
import { Button } from "@/ui/button.tsx";
import { FaultNotice } from "@/ui/fault-notice.tsx";
import { toast } from "@/ui/toast.tsx";
import { useCommand } from "@/ui/use-command.ts";
import { CustomerFinder } from "../../../../_customer-finder/customer-finder.tsx";

type Props = {
  org: string;
  locale: string;
  customerId: string;
  parent: { customerId: string; name: string } | null;
};

export function ChooseParent({ org, locale, customerId, parent }: Props) {
  const router = useRouter();
  const [picking, setPicking] = useState(false);
  const { send, pending, fault } = useCommand(
    (parentId: string | null, commandKey) =>
      api(org).families.chooseParent.mutate({ commandKey, customerId, parentId }),
    ({ parentId }) => {
      setPicking(false);
      toast(parentId === null ? "Belongs to no parent any more" : "Parent saved");
      router.refresh();
    },
  );
  const wrong = fault?.fields["parentId"];
  return (
    <div className="grid max-w-md gap-3" aria-busy={pending}>
      <FaultNotice fault={wrong ? null : fault} />
      {picking ? (
        <CustomerFinder
          org={org}
          locale={locale}
          label="Parent customer"
          hint="The head office, or whoever pays for this one."
          error={wrong}
          mayAdd={false}
          takesFocus
          onChosen={send}
        />
      ) : null}
      <div className="flex flex-wrap gap-2">
        <Button onClick={() => setPicking(!picking)}>
          {picking ? "Leave it as it is" : parent ? "Change parent" : "Give it a parent"}
        </Button>
        {parent && !picking ? (
          <Button variant="quiet" pending={pending} onClick={() => send(null)}>
            Remove from {parent.name}
          </Button>
        ) : null}
      </div>
    </div>
  );
}
