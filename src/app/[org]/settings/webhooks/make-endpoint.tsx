"use client";
// Adds an address that events are sent to from now on.
import { Webhook } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { api } from "@/server/client.ts";
import { Button } from "@/ui/button.tsx";
import { Dialog } from "@/ui/dialog.tsx";
import { useCommand } from "@/ui/use-command.ts";
import { EndpointForm, type Wanted } from "./endpoint-form.tsx";
import { SecretOnce } from "./secret-once.tsx";

export function MakeEndpoint({ org }: { org: string }) {
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const [made, setMade] = useState<{ secret: string | null } | null>(null);
  const { send, pending, fault } = useCommand(
    (wanted: Wanted, commandKey) => api(org).webhooks.make.mutate({ commandKey, ...wanted }),
    // A repeat of an answer that got lost has no secret in it.
    (answer: { secret: string } | null) => {
      setMade({ secret: answer?.secret ?? null });
      router.refresh();
    },
  );
  function close() {
    setOpen(false);
    setMade(null);
  }
  return (
    <>
      <Button onClick={() => setOpen(true)}>
        <Webhook aria-hidden="true" />
        Add an endpoint
      </Button>
      <Dialog title="Send events to a program" open={open} onClose={close}>
        {made ? (
          <SecretOnce secret={made.secret} />
        ) : open ? (
          <EndpointForm
            wanted={{ url: "", kinds: [] }}
            button="Add it"
            pending={pending}
            fault={fault}
            send={send}
          />
        ) : null}
      </Dialog>
    </>
  );
}
