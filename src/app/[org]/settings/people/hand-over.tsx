"use client";
// Hands the business over: somebody else owns it then, and whoever does this is an admin.
import { api } from "@/server/client.ts";
import { Button } from "@/ui/button.tsx";
import { ConfirmDialog, useConfirm } from "@/ui/confirm-dialog.tsx";

type Props = { org: { slug: string; name: string }; person: { userId: string; name: string } };

export function HandOver({ org: { slug, name: business }, person: { userId, name } }: Props) {
  const { ask, asked } = useConfirm(
    (commandKey) => api(slug).people.transfer.mutate({ commandKey, userId }),
    () => `${name} owns ${business} now`,
  );
  return (
    <>
      <Button variant="quiet" onClick={ask} aria-label={`Hand the business over to ${name}`}>
        Hand over
      </Button>
      <ConfirmDialog
        {...asked}
        title={`Hand ${business} over to ${name}?`}
        button="Hand it over"
        keep="Stay owner"
      >
        <ul className="list-disc space-y-1 pl-5">
          <li>{name} becomes an owner, without limits.</li>
          <li>You become an admin: you change no owner any more, and can’t delete the business.</li>
          <li>Only an owner can undo it.</li>
        </ul>
      </ConfirmDialog>
    </>
  );
}
