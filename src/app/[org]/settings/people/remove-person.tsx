"use client";
// Takes somebody out of the business.
import { api } from "@/server/client.ts";
import { Button } from "@/ui/button.tsx";
import { ConfirmDialog, useConfirm } from "@/ui/confirm-dialog.tsx";

type Props = {
  org: { slug: string; name: string };
  person: { userId: string; name: string };
  mailGoesOut: boolean;
};

export function RemovePerson({
  org: { slug, name: business },
  person: { userId, name },
  mailGoesOut,
}: Props) {
  const { ask, asked } = useConfirm(
    (commandKey) => api(slug).people.remove.mutate({ commandKey, userId }),
    () => `${name} no longer belongs to ${business}`,
  );
  return (
    <>
      <Button variant="quiet" onClick={ask} aria-label={`Remove ${name}`}>
        Remove
      </Button>
      <ConfirmDialog {...asked} title={`Remove ${name}?`} button="Remove" keep="Keep them">
        <p>
          From their next click on {name} sees nothing of {business}. What they did stays under their name.
          Their account and their other businesses stay, too. Keys that they made for programs are revoked.
          {mailGoesOut ? " They are told by mail." : ""}
        </p>
      </ConfirmDialog>
    </>
  );
}
