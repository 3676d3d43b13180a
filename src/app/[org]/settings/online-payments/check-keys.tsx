"use client";
// A try whether Stripe knows the key that is kept, and the way to give the keys up.
import { useState } from "react";
import { api } from "@/server/client.ts";
import { Button } from "@/ui/button.tsx";
import { ConfirmDialog, useConfirm } from "@/ui/confirm-dialog.tsx";
import { Notice } from "@/ui/notice.tsx";
import { useCommand } from "@/ui/use-command.ts";

type Props = { org: string; version: number };
type Checked = { known: true; name: string; isTest: boolean } | { known: false; says: string };

export function CheckKeys({ org, version }: Props) {
  const [checked, setChecked] = useState<Checked | null>(null);
  const { send, pending, fault } = useCommand(
    (_: null, commandKey) => api(org).onlineSettings.check.mutate({ commandKey }),
    setChecked,
  );
  const { ask, asked } = useConfirm(
    (commandKey) => api(org).onlineSettings.removeKeys.mutate({ commandKey, version }),
    () => "The keys are deleted, and nothing can be paid online",
  );
  return (
    <div className="mt-3 grid gap-3">
      {fault ? <Notice tone="late">{fault.message}</Notice> : null}
      {checked?.known === true ? (
        <Notice tone="good" title={`Stripe knows this key: ${checked.name}`}>
          {checked.isTest ? "It is a test key: no real money moves." : "It is a live key: real money moves."}
        </Notice>
      ) : null}
      {checked?.known === false ? (
        <Notice tone="late" title="Stripe doesn’t take this key">
          <p className="wrap-anywhere">{checked.says}</p>
        </Notice>
      ) : null}
      <div className="flex flex-wrap gap-2">
        <Button pending={pending} onClick={() => send(null)}>
          Check the key
        </Button>
        <Button variant="quiet" onClick={ask}>
          Delete the keys
        </Button>
      </div>
      <ConfirmDialog {...asked} title="Delete the keys?" button="Delete the keys" keep="Keep them">
        <p>
          Customers can’t pay online any more. A payment that is under way now isn’t recorded until you enter
          the keys again.
        </p>
      </ConfirmDialog>
    </div>
  );
}
