"use client";
// Opens a closed month again, and says what that allows.
import { useRouter } from "next/navigation";
import type { Day } from "@/domain/values/day.ts";
import { api } from "@/server/client.ts";
import { Button } from "@/ui/button.tsx";
import { Notice } from "@/ui/notice.tsx";
import { toast } from "@/ui/toast.tsx";
import { useCommand } from "@/ui/use-command.ts";

export function ReopenMonth({
  org,
  month,
  name,
  done,
}: {
  org: string;
  month: Day;
  name: string;
  done: () => void;
}) {
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
    <div className="grid gap-4">
      {fault ? <Notice tone="late">{fault.message}</Notice> : null}
      <p>
        What is dated in {name} can be posted into it again, so figures that were reported for it may change.
        The audit log keeps who reopened it and when.
      </p>
      <div className="flex justify-end gap-2">
        <Button onClick={done}>Keep it closed</Button>
        <Button variant="danger" pending={pending} onClick={() => send(null)}>
          Reopen
        </Button>
      </div>
    </div>
  );
}
