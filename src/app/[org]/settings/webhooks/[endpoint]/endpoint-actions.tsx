"use client";
// What can be done with an endpoint: change it, pause it or switch it on, change over to a new secret, send everything from
// an event on again, and remove it.
import { useRouter } from "next/navigation";
import { useState } from "react";
import { api } from "@/server/client.ts";
import { Button } from "@/ui/button.tsx";
import { ConfirmDialog, useConfirm } from "@/ui/confirm-dialog.tsx";
import { Dialog } from "@/ui/dialog.tsx";
import { toast } from "@/ui/toast.tsx";
import { useCommand } from "@/ui/use-command.ts";
import { EndpointForm, type Wanted } from "../endpoint-form.tsx";
import type { Endpoint } from "../endpoint-state.tsx";
import { NewSecret } from "./new-secret.tsx";
import { RemoveEndpoint } from "./remove-endpoint.tsx";
import { SendFrom } from "./send-from.tsx";

type Props = { org: string; endpoint: Endpoint };

export function EndpointActions({ org, endpoint }: Props) {
  return (
    <div className="mt-4 flex flex-wrap gap-2 print:hidden">
      <ChangeEndpoint org={org} endpoint={endpoint} />
      <SwitchEndpoint org={org} endpoint={endpoint} />
      <SendFrom org={org} endpointId={endpoint.endpointId} />
      <NewSecret org={org} endpoint={endpoint} />
      {endpoint.rotating ? <EndOldSecret org={org} endpoint={endpoint} /> : null}
      <RemoveEndpoint org={org} endpoint={endpoint} />
    </div>
  );
}

function ChangeEndpoint({ org, endpoint: { endpointId, url, kinds } }: Props) {
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const { send, pending, fault } = useCommand(
    (wanted: Wanted, commandKey) => api(org).webhooks.change.mutate({ commandKey, endpointId, ...wanted }),
    () => {
      toast("The endpoint is changed");
      setOpen(false);
      router.refresh();
    },
  );
  return (
    <>
      <Button onClick={() => setOpen(true)}>Change</Button>
      <Dialog title="Change the endpoint" open={open} onClose={() => setOpen(false)}>
        {open ? (
          <EndpointForm wanted={{ url, kinds }} button="Save" pending={pending} fault={fault} send={send} />
        ) : null}
      </Dialog>
    </>
  );
}

function SwitchEndpoint({ org, endpoint: { endpointId, state } }: Props) {
  const router = useRouter();
  const isOn = state === "active";
  const { send, pending, fault } = useCommand(
    (_: null, commandKey) => {
      const order = { commandKey, endpointId };
      return isOn ? api(org).webhooks.pause.mutate(order) : api(org).webhooks.resume.mutate(order);
    },
    () => {
      toast(
        isOn ? "Paused: nothing is sent, and nothing left out" : "Switched on: it goes on where it stopped",
      );
      router.refresh();
    },
  );
  return (
    <>
      <Button pending={pending} onClick={() => send(null)}>
        {isOn ? "Pause" : "Switch on"}
      </Button>
      {fault ? <p className="text-12 text-late">{fault.message}</p> : null}
    </>
  );
}

function EndOldSecret({ org, endpoint: { endpointId } }: Props) {
  const { ask, asked } = useConfirm(
    (commandKey) => api(org).webhooks.endSecretBefore.mutate({ commandKey, endpointId }),
    () => "Only the new secret signs from now on",
  );
  return (
    <>
      <Button onClick={ask}>End the old secret</Button>
      <ConfirmDialog {...asked} title="End the old secret?" button="End it" keep="Keep both">
        <p>
          What is sent from now on is signed with the new secret alone. A program that only knows the old one
          refuses it.
        </p>
      </ConfirmDialog>
    </>
  );
}
