"use client";
// Lets credit go that was set aside, after showing what that does. The earmark is kept, with who released it.
import { formatAmount, negative, type Cents } from "@/domain/values/money.ts";
import { api } from "@/server/client.ts";
import { ConfirmDialog, useConfirm } from "@/ui/confirm-dialog.tsx";
import { EarmarkEffect, type Earmarking } from "./earmark-effect.tsx";

export type Earmark = { id: string; amountCents: Cents; note: string };

type Props = { org: string; earmark: Earmark; earmarking: Earmarking; open: boolean; onClose: () => void };

export function ReleaseDialog({ org, earmark, earmarking, open, onClose }: Props) {
  const { currency, locale } = earmarking;
  const amount = formatAmount(earmark.amountCents, currency, locale);
  const { asked } = useConfirm(
    (commandKey) => api(org).earmarks.release.mutate({ commandKey, earmarkId: earmark.id }),
    () => {
      onClose();
      return `${amount} is free again`;
    },
  );
  return (
    <ConfirmDialog title={`Release ${amount}?`} button="Release" {...asked} open={open} onClose={onClose}>
      <p className="wrap-anywhere">
        It was set aside for “{earmark.note}”. Released, it is free credit again and may be applied to any
        invoice. Who released it is kept.
      </p>
      <EarmarkEffect earmarking={earmarking} earmarkedCents={negative(earmark.amountCents)} />
    </ConfirmDialog>
  );
}
