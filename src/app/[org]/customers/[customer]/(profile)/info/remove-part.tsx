"use client";
// Removes a contact or a location after asking; the history of changes keeps what was there.
import { Trash2 } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { api } from "@/server/client.ts";
import { Button } from "@/ui/button.tsx";
import { Dialog } from "@/ui/dialog.tsx";
import { Notice } from "@/ui/notice.tsx";
import { toast } from "@/ui/toast.tsx";
import { useCommand } from "@/ui/use-command.ts";
import { IconButton } from "./icon-button.tsx";

type ContactProps = { org: string; contactId: string; name: string };

export function RemoveContact({ org, contactId, name }: ContactProps) {
  return (
    <Remove name={name} run={(commandKey) => api(org).contacts.remove.mutate({ commandKey, contactId })} />
  );
}

type LocationProps = { org: string; locationId: string; name: string };

export function RemoveLocation({ org, locationId, name }: LocationProps) {
  return (
    <Remove name={name} run={(commandKey) => api(org).locations.remove.mutate({ commandKey, locationId })} />
  );
}

function Remove({ name, run }: { name: string; run: (commandKey: string) => Promise<unknown> }) {
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const { send, pending, fault } = useCommand(
    (_: null, commandKey) => run(commandKey),
    () => {
      toast(`${name} removed`);
      setOpen(false);
      router.refresh();
    },
  );
  return (
    <>
      <IconButton label={`Remove ${name}`} onClick={() => setOpen(true)}>
        <Trash2 aria-hidden="true" />
      </IconButton>
      <Dialog title={`Remove ${name}?`} open={open} onClose={() => setOpen(false)}>
        <div className="grid gap-4 text-left whitespace-normal">
          {fault ? <Notice tone="late">{fault.message}</Notice> : null}
          <p>They leave this page. The history keeps what was there and who removed it.</p>
          <div className="flex justify-end gap-2">
            <Button onClick={() => setOpen(false)}>Keep</Button>
            <Button variant="danger" pending={pending} onClick={() => send(null)}>
              Remove
            </Button>
          </div>
        </div>
      </Dialog>
    </>
  );
}
