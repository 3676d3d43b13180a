"use client";
// Sends nothing to an address any more, for good.
import { useRouter } from "next/navigation";
import { api } from "@/server/client.ts";
import { Button } from "@/ui/button.tsx";
import { ConfirmDialog, useConfirm } from "@/ui/confirm-dialog.tsx";
import { toSettings } from "../../../_shell/links.ts";

type Props = { org: string; endpoint: { endpointId: string; url: string } };

export function RemoveEndpoint({ org, endpoint: { endpointId, url } }: Props) {
  const router = useRouter();
  const { ask, asked } = useConfirm(
    (commandKey) => api(org).webhooks.remove.mutate({ commandKey, endpointId }),
    () => {
      router.push(toSettings(org, "webhooks"));
      return "The endpoint is removed";
    },
  );
  return (
    <>
      <Button variant="quiet" onClick={ask}>
        Remove
      </Button>
      <ConfirmDialog {...asked} title="Remove this endpoint?" button="Remove it">
        <p className="wrap-anywhere">Nothing is sent to {url} any more. To pause it for a while, pause it.</p>
      </ConfirmDialog>
    </>
  );
}
