"use client";
// Makes a new secret beside the one that is in use, so that a program can change over without missing anything.
import { useRouter } from "next/navigation";
import { useState } from "react";
import { api } from "@/server/client.ts";
import { Button } from "@/ui/button.tsx";
import { ConfirmForm } from "@/ui/confirm-dialog.tsx";
import { Dialog } from "@/ui/dialog.tsx";
import { useCommand } from "@/ui/use-command.ts";
import { SecretOnce } from "../secret-once.tsx";

type Props = { org: string; endpoint: { endpointId: string; rotating: boolean } };

export function NewSecret({ org, endpoint: { endpointId, rotating } }: Props) {
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const [made, setMade] = useState<{ secret: string | null } | null>(null);
  const { send, pending, fault } = useCommand(
    (_: null, commandKey) => api(org).webhooks.rotate.mutate({ commandKey, endpointId }),
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
      <Button onClick={() => setOpen(true)}>New secret</Button>
      <Dialog title="A new secret" open={open} onClose={close}>
        {made ? (
          <SecretOnce secret={made.secret} />
        ) : (
          <ConfirmForm
            button="Make it"
            variant="primary"
            keep="Not now"
            pending={pending}
            fault={fault}
            onClose={close}
            onConfirm={() => send(null)}
          >
            {rotating ? (
              <p>
                Two secrets are in use. This one takes the place of the new one, and the old one goes on.
                Where your program has the new one already, end the old one first.
              </p>
            ) : (
              <p>
                What is sent is signed with both, the one in use now and the new one, until you end the old
                one.
              </p>
            )}
          </ConfirmForm>
        )}
      </Dialog>
    </>
  );
}
