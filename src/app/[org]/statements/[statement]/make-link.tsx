"use client";
// Makes a link to hand over by other means than a mail. Its address is shown this once and kept nowhere.
import { Link2 } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { formatInstant } from "@/domain/values/instant.ts";
import { api } from "@/server/client.ts";
import { Button } from "@/ui/button.tsx";
import { Dialog } from "@/ui/dialog.tsx";
import type { DateStyle } from "@/ui/instant.tsx";
import { Notice } from "@/ui/notice.tsx";
import { ShownOnce } from "@/ui/shown-once.tsx";
import { useCommand } from "@/ui/use-command.ts";

type Props = { org: string; statementId: string; place: DateStyle };
type Made = { url: string; expiresAt: string };

export function MakeLink({ org, statementId, place }: Props) {
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const [made, setMade] = useState<Made | "lost" | null>(null);
  const { send, pending, fault } = useCommand(
    (_: null, commandKey) => api(org).statements.share.mutate({ commandKey, statementId }),
    // A repeat of an answer that got lost has no address in it: it was to be shown once.
    (answer: Made | null) => {
      setMade(answer ?? "lost");
      router.refresh();
    },
  );
  const close = () => {
    setOpen(false);
    setMade(null);
  };
  return (
    <>
      <Button onClick={() => setOpen(true)}>
        <Link2 aria-hidden="true" />
        Make a link
      </Button>
      <Dialog title="A link to this statement" open={open} onClose={close}>
        <div className="grid gap-4">
          {fault ? <Notice tone="late">{fault.message}</Notice> : null}
          {made ? (
            <ShownOnce
              label="Address"
              secret={made === "lost" ? null : made.url}
              hint={
                made === "lost"
                  ? ""
                  : `Opens the statement until ${formatInstant(made.expiresAt, place.locale, place.zone)}. Copy it now: it isn’t shown again.`
              }
              copied="The link is copied"
              lost="The link was made, but our answer got lost and its address isn’t shown again. Withdraw it and make another one."
            />
          ) : (
            <>
              <p>
                Whoever has the link can read this one statement without signing in, for 30 days or until you
                withdraw it. Its address is shown once.
              </p>
              <div className="flex justify-end">
                <Button variant="primary" pending={pending} onClick={() => send(null)}>
                  Make a link
                </Button>
              </div>
            </>
          )}
        </div>
      </Dialog>
    </>
  );
}
