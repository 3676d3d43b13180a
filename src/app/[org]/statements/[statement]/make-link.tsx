"use client";
// Makes a link to hand over by other means than a mail. Its address is shown this once and kept nowhere.
import { Copy, Link2 } from "lucide-react";
import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import { formatInstant } from "@/domain/values/instant.ts";
import { api } from "@/server/client.ts";
import { Button } from "@/ui/button.tsx";
import { Dialog } from "@/ui/dialog.tsx";
import { Field } from "@/ui/field.tsx";
import type { DateStyle } from "@/ui/instant.tsx";
import { Notice } from "@/ui/notice.tsx";
import { toast } from "@/ui/toast.tsx";
import { useCommand } from "@/ui/use-command.ts";

type Props = { org: string; statementId: string; place: DateStyle };
type Made = { url: string; expiresAt: string };

export function MakeLink({ org, statementId, place }: Props) {
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const [made, setMade] = useState<Made | null>(null);
  const { send, pending, fault } = useCommand(
    (_: null, commandKey) => api(org).statements.share.mutate({ commandKey, statementId }),
    // A repeat of an answer that got lost has no address in it: it was to be shown once.
    (answer: Made | null) => {
      setMade(answer);
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
            <ShownOnce made={made} place={place} />
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

function ShownOnce({ made, place }: { made: Made; place: DateStyle }) {
  const form = useRef<HTMLDivElement>(null);
  async function copy() {
    form.current?.querySelector("input")?.select();
    await navigator.clipboard.writeText(made.url);
    toast("The link is copied");
  }
  return (
    <div ref={form} className="grid gap-4">
      <Field
        label="Address"
        readOnly
        value={made.url}
        onFocus={(event) => event.target.select()}
        hint={`Opens the statement until ${formatInstant(made.expiresAt, place.locale, place.zone)}. Copy it now: it isn’t shown again.`}
      />
      <div className="flex justify-end">
        <Button variant="primary" onClick={() => void copy()}>
          <Copy aria-hidden="true" />
          Copy
        </Button>
      </div>
    </div>
  );
}
