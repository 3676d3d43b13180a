"use client";
// Ends a key at once.
import { api } from "@/server/client.ts";
import { Button } from "@/ui/button.tsx";
import { ConfirmDialog, useConfirm } from "@/ui/confirm-dialog.tsx";

type Props = { org: string; apiKey: { keyId: string; name: string } };

export function RevokeKey({ org, apiKey: { keyId, name } }: Props) {
  const { ask, asked } = useConfirm(
    (commandKey) => api(org).apiKeys.revoke.mutate({ commandKey, keyId }),
    () => "The key is revoked",
  );
  return (
    <>
      <Button variant="quiet" onClick={ask} aria-label={`Revoke the key ${name}`}>
        Revoke
      </Button>
      <ConfirmDialog {...asked} title={`Revoke the key ${name}?`} button="Revoke it" keep="Keep it">
        <p>The program that has it is refused from its next request on. What it did stays as it is.</p>
      </ConfirmDialog>
    </>
  );
}
