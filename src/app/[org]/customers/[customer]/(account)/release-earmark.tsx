"use client";
// Lets credit go that was set aside, after showing what that does. The earmark is kept, with who released it.
import { Trash2 } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { formatAmount, negative, type Cents } from "@/domain/values/money.ts";
import { api } from "@/server/client.ts";
import { Button } from "@/ui/button.tsx";
import { Dialog } from "@/ui/dialog.tsx";
import { Notice } from "@/ui/notice.tsx";
import { toast } from "@/ui/toast.tsx";
import { useCommand } from "@/ui/use-command.ts";
import { EarmarkEffect, type Earmarking } from "./earmark-effect.tsx";

type Props = {
  org: string;
  earmark: { id: string; amountCents: Cents; note: string };
  earmarking: Earmarking;
};

export function ReleaseEarmark({ org, earmark, earmarking }: Props) {
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const { currency, locale } = earmarking;
  const amount = formatAmount(earmark.amountCents, currency, locale);
  const { send, pending, fault } = useCommand(
    (_: null, commandKey) => api(org).earmarks.release.mutate({ commandKey, earmarkId: earmark.id }),
    () => {
      toast(`${amount} is free again`);
      setOpen(false);
      router.refresh();
    },
  );
  return (
    <>
      <button
        type="button"
        aria-label={`Release ${amount} for ${earmark.note}`}
        onClick={() => setOpen(true)}
        className="-my-2 inline-grid size-9 place-items-center rounded-control align-middle text-soft hover:bg-hover hover:text-late touch:-my-3 touch:size-11 print:hidden"
      >
        <Trash2 aria-hidden="true" className="size-4" />
      </button>
      <Dialog title={`Release ${amount}?`} open={open} onClose={() => setOpen(false)}>
        <div className="grid gap-4 text-left whitespace-normal">
          {fault ? <Notice tone="late">{fault.message}</Notice> : null}
          <p className="wrap-anywhere">
            It was set aside for “{earmark.note}”. Released, it is free credit again and may be applied to any
            invoice. Who released it is kept.
          </p>
          <EarmarkEffect earmarking={earmarking} earmarkedCents={negative(earmark.amountCents)} />
          <div className="flex justify-end gap-2">
            <Button onClick={() => setOpen(false)}>Keep it</Button>
            <Button variant="danger" pending={pending} onClick={() => send(null)}>
              Release
            </Button>
          </div>
        </div>
      </Dialog>
    </>
  );
}
