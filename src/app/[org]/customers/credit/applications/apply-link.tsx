"use client";
// The link by which anybody may apply: to copy it, to make a new one that ends the one before, and to close the door.
import { api } from "@/server/client.ts";
import { Button } from "@/ui/button.tsx";
import { ConfirmDialog, useConfirm } from "@/ui/confirm-dialog.tsx";
import { Field } from "@/ui/field.tsx";
import { toast } from "@/ui/toast.tsx";

type Props = { org: string; url: string | null };

export function ApplyLink({ org, url }: Props) {
  const renew = useConfirm(
    (commandKey) => api(org).applications.renewLink.mutate({ commandKey }),
    () => "The link is made: give it to whoever asks for credit.",
  );
  const close = useConfirm(
    (commandKey) => api(org).applications.closeLink.mutate({ commandKey }),
    () => "The link is closed: nobody applies by it any more.",
  );
  if (url === null)
    return (
      <div className="grid justify-items-start gap-3">
        <p className="text-soft">Nobody can apply yet. A link opens a form that needs no account.</p>
        <Button variant="primary" pending={renew.asked.pending} onClick={renew.asked.onConfirm}>
          Make a link
        </Button>
        {renew.asked.fault ? <p className="text-12 text-late">{renew.asked.fault.message}</p> : null}
      </div>
    );
  return (
    <div className="grid gap-3">
      <Field
        label="Anybody with this link can apply"
        readOnly
        value={url}
        onFocus={(event) => event.target.select()}
      />
      <div className="flex flex-wrap gap-2">
        <Button onClick={() => void navigator.clipboard.writeText(url).then(() => toast("Link copied"))}>
          Copy link
        </Button>
        <Button variant="quiet" onClick={renew.ask}>
          Make a new one
        </Button>
        <Button variant="quiet" onClick={close.ask}>
          Close it
        </Button>
      </div>
      <ConfirmDialog {...renew.asked} title="Make a new link?" button="Make a new one" variant="primary">
        <p>The link that stands now stops working. What came by it stays.</p>
      </ConfirmDialog>
      <ConfirmDialog {...close.asked} title="Close the link?" button="Close it">
        <p>Nobody applies by it any more. What came by it stays.</p>
      </ConfirmDialog>
    </div>
  );
}
