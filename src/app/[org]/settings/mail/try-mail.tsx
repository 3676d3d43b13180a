"use client";
// A test to oneself by the server as it is saved, with what the server answered; and the way back to the system's own.
import { useRouter } from "next/navigation";
import { useState } from "react";
import { api } from "@/server/client.ts";
import { Button } from "@/ui/button.tsx";
import { ConfirmDialog, useConfirm } from "@/ui/confirm-dialog.tsx";
import { Notice } from "@/ui/notice.tsx";
import { useCommand } from "@/ui/use-command.ts";

/** `version`: of the business's own server; null where it has none. */
type Props = { org: string; version: number | null };
type Tried = { sent: true; to: string } | { sent: false; error: string };

export function TryMail({ org, version }: Props) {
  const router = useRouter();
  const [tried, setTried] = useState<Tried | null>(null);
  const { send, pending, fault } = useCommand(
    (_: null, commandKey) => api(org).mailServer.test.mutate({ commandKey }),
    (answer: Tried) => {
      setTried(answer);
      router.refresh();
    },
  );
  const { ask, asked } = useConfirm(
    (commandKey) => api(org).mailServer.remove.mutate({ commandKey, version: version ?? 0 }),
    () => "Mail goes out by Onaccount’s own server",
  );
  return (
    <div className="mt-3 grid gap-3">
      {fault ? <Notice tone="late">{fault.message}</Notice> : null}
      {tried?.sent === true ? (
        <Notice tone="good" title={`The test is on its way to ${tried.to}`}>
          If it isn’t in your inbox in a minute, look in the spam.
        </Notice>
      ) : null}
      {tried?.sent === false ? (
        <Notice tone="late" title="The test didn’t go out">
          <p className="wrap-anywhere">{tried.error}</p>
        </Notice>
      ) : null}
      <div className="flex flex-wrap gap-2">
        <Button pending={pending} onClick={() => send(null)}>
          Send me a test
        </Button>
        {version !== null ? (
          <Button variant="quiet" onClick={ask}>
            Use Onaccount’s own server
          </Button>
        ) : null}
      </div>
      <ConfirmDialog
        {...asked}
        title="Send by Onaccount’s own server?"
        button="Use Onaccount’s own"
        keep="Keep yours"
      >
        <p>The password of your server is deleted. Mails that wait go out by Onaccount’s server.</p>
      </ConfirmDialog>
    </div>
  );
}
