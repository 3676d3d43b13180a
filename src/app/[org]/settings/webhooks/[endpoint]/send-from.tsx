"use client";
// Sends everything from an event on again, in its order: for a program that lost something, or starts anew.
import { useRouter } from "next/navigation";
import { useState, type FormEvent } from "react";
import { api } from "@/server/client.ts";
import { Button } from "@/ui/button.tsx";
import { Dialog } from "@/ui/dialog.tsx";
import { FaultNotice } from "@/ui/fault-notice.tsx";
import { Field } from "@/ui/field.tsx";
import { toast } from "@/ui/toast.tsx";
import { useCommand } from "@/ui/use-command.ts";

export function SendFrom({ org, endpointId }: { org: string; endpointId: string }) {
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const [from, setFrom] = useState("");
  const wrong = /^\s*\d{0,15}\s*$/.test(from) ? undefined : "Enter the number of an event, or nothing.";
  const { send, pending, fault } = useCommand(
    (eventId: number | null, commandKey) =>
      api(org).webhooks.replayFrom.mutate({ commandKey, endpointId, ...(eventId !== null && { eventId }) }),
    () => {
      toast("It is sent again, one event after the other");
      setOpen(false);
      router.refresh();
    },
  );
  function submit(event: FormEvent) {
    event.preventDefault();
    if (!wrong) send(Number(from.trim()) || null);
  }
  return (
    <>
      <Button onClick={() => setOpen(true)}>Send from…</Button>
      <Dialog title="Send again from an event on" open={open} onClose={() => setOpen(false)}>
        <form onSubmit={submit} noValidate className="grid gap-4">
          <FaultNotice fault={fault?.fields["eventId"] ? null : fault} />
          <Field
            label="From event"
            name="eventId"
            inputMode="numeric"
            autoComplete="off"
            hint="Its number, as its page says it. Leave it empty for everything since the books began."
            value={from}
            error={wrong ?? fault?.fields["eventId"]}
            onChange={(event) => setFrom(event.target.value)}
          />
          <p className="text-13 text-soft">
            What was sent before has the same id when it comes again, so your program can tell it.
          </p>
          <div className="flex justify-end">
            <Button type="submit" variant="primary" pending={pending}>
              Send again
            </Button>
          </div>
        </form>
      </Dialog>
    </>
  );
}
