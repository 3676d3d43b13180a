"use client";
// Deletes a profile that nothing hangs on. It says what goes, since nothing brings it back.
import { Trash2 } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { whatKeeps, type Keeping } from "@/domain/customers/forgetting.ts";
import { api } from "@/server/client.ts";
import { Button } from "@/ui/button.tsx";
import { Section } from "@/ui/card.tsx";
import { ConfirmDialog } from "@/ui/confirm-dialog.tsx";
import { Notice } from "@/ui/notice.tsx";
import { toast } from "@/ui/toast.tsx";
import { useCommand, type Fault } from "@/ui/use-command.ts";
import { toCustomers } from "../../../../_shell/links.ts";

type Props = { org: string; customerId: string; name: string; goes: string };

export function Forget({ org, customerId, name, goes }: Props) {
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const { send, pending, fault } = useCommand(
    (_: null, commandKey) => api(org).customers.forget.mutate({ commandKey, customerId }),
    () => {
      toast(`${name} deleted`);
      router.replace(toCustomers(org));
    },
  );
  return (
    <Section id="delete" title="Delete">
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3 rounded-card border border-line bg-card px-4 py-3">
        <p className="max-w-xl text-soft">
          Nothing was posted, issued or drafted for them, so the profile can be deleted, such as one that was
          added twice.
        </p>
        <Button onClick={() => setOpen(true)}>
          <Trash2 aria-hidden="true" />
          Delete
        </Button>
      </div>
      <ConfirmDialog
        title={`Delete ${name}?`}
        button="Delete"
        keep="Keep"
        open={open}
        pending={pending}
        fault={fault}
        onClose={() => setOpen(false)}
        onConfirm={() => send(null)}
        tellFault={(told) => <Kept fault={told} />}
      >
        <p>This deletes {goes}. It can’t be brought back. That you deleted it stays in the audit log.</p>
      </ConfirmDialog>
    </Section>
  );
}

function Kept({ fault }: { fault: Fault }) {
  const keeps = (fault.details["keeps"] ?? []) as readonly Keeping[];
  return (
    <Notice tone="late" title={fault.message}>
      {keeps.length > 0 ? <p>Of theirs there are: {whatKeeps(keeps)}.</p> : null}
    </Notice>
  );
}
