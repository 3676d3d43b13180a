"use client";
// Opens a closed month again, and says what that allows.
import { useRouter } from "next/navigation";
import type { Day } from "@/domain/values/day.ts";
import { api } from "@/server/client.ts";
import { ConfirmForm } from "@/ui/confirm-dialog.tsx";
import { toast } from "@/ui/toast.tsx";
import { useCommand } from "@/ui/use-command.ts";

type Props = { org: string; month: Day; name: string; done: () => void };

export function ReopenMonth({ org, month, name, done }: Props) {
  const router = useRouter();
  const { send, pending, fault } = useCommand(
    (_: null, commandKey) => api(org).periods.reopen.mutate({ commandKey, month }),
    () => {
      toast(`${name} is open again`);
      done();
      router.refresh();
    },
  );
  return (
    <ConfirmForm
      button="Reopen"
      keep="Keep it closed"
      pending={pending}
      fault={fault}
      onClose={done}
      onConfirm={() => send(null)}
    >
      <p>
        What is dated in {name} can be posted into it again, so figures that were reported for it may change.
        The audit log keeps who reopened it and when.
      </p>
    </ConfirmForm>
  );
}
