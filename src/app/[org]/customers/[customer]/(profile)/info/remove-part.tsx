"use client";
// Removes a contact or a location after asking; the history of changes keeps what was there.
import { Trash2 } from "lucide-react";
import { api } from "@/server/client.ts";
import { ConfirmDialog, useConfirm } from "@/ui/confirm-dialog.tsx";
import { IconButton } from "@/ui/icon-button.tsx";

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
  const { ask, asked } = useConfirm(run, () => `${name} removed`);
  return (
    <>
      <IconButton label={`Remove ${name}`} onClick={ask}>
        <Trash2 aria-hidden="true" />
      </IconButton>
      <ConfirmDialog {...asked} title={`Remove ${name}?`} button="Remove" keep="Keep">
        <p>They leave this page. The history keeps what was there and who removed it.</p>
      </ConfirmDialog>
    </>
  );
}
