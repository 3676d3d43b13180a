"use client";
// Lets credit go that was set aside, after showing what that does. The earmark is kept, with who released it.
import { useRouter } from "next/navigation";
import { formatAmount, negative, type Cents } from "@/domain/values/money.ts";
import { api } from "@/server/client.ts";
import { ConfirmDialog } from "@/ui/confirm-dialog.tsx";
import { toast } from "@/ui/toast.tsx";
import { useCommand } from "@/ui/use-command.ts";
import { EarmarkEffect, type Earmarking } from "./earmark-effect.tsx";

export type Earmark = { id: string; amountCents: Cents; note: string };

type Props = { org: string; earmark: Earmark; earmarking: Earmarking; open: boolean; onClose: () => void };

export function ReleaseDialog({ org, earmark, earmarking, open, onClose }: Props) {
  const router = useRouter();
  const { currency, locale } = earmarking;
  const amount = formatAmount(earmark.amountCents, currency, locale);
  const { send, pending, fault } = useCommand(
    (_: null, commandKey) => api(org).earmarks.release.mutate({ commandKey, earmarkId: earmark.id }),
    () => {
      toast(`${amount} is free again`);
      onClose();
      router.refresh();
    },
  );
  return (
    <ConfirmDialog
      title={`Release ${amount}?`}
      button="Release"
      open={open}
      pending={pending}
      fault={fault}
      onClose={onClose}
      onConfirm={() => send(null)}
    >
      <p className="wrap-anywhere">
        It was set aside for “{earmark.note}”. Released, it is free credit again and may be applied to any
        invoice. Who released it is kept.
      </p>
      <EarmarkEffect earmarking={earmarking} earmarkedCents={negative(earmark.amountCents)} />
    </ConfirmDialog>
  );
}
