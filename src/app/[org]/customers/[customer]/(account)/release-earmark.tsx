"use client";
// Lets credit go that was set aside, after showing what that does. The earmark is kept, with who released it.
import { Trash2 } from "lucide-react";
import { formatAmount, negative, type Cents } from "@/domain/values/money.ts";
import { api } from "@/server/client.ts";
import { ConfirmDialog, useConfirm } from "@/ui/confirm-dialog.tsx";
import { EarmarkEffect, type Earmarking } from "./earmark-effect.tsx";

type Props = {
  org: string;
  earmark: { id: string; amountCents: Cents; note: string };
  earmarking: Earmarking;
};

export function ReleaseEarmark({ org, earmark, earmarking }: Props) {
  const { currency, locale } = earmarking;
  const amount = formatAmount(earmark.amountCents, currency, locale);
  const { ask, asked } = useConfirm(
    (commandKey) => api(org).earmarks.release.mutate({ commandKey, earmarkId: earmark.id }),
    () => `${amount} is free again`,
  );
  return (
    <>
      <button
        type="button"
        aria-label={`Release ${amount} for ${earmark.note}`}
        onClick={ask}
        className="-my-2 inline-grid size-9 place-items-center rounded-control align-middle text-soft hover:bg-hover hover:text-late touch:-my-3 touch:size-11 print:hidden"
      >
        <Trash2 aria-hidden="true" className="size-4" />
      </button>
      <ConfirmDialog {...asked} title={`Release ${amount}?`} button="Release">
        <p className="wrap-anywhere">
          It was set aside for “{earmark.note}”. Released, it is free credit again and may be applied to any
          invoice. Who released it is kept.
        </p>
        <EarmarkEffect earmarking={earmarking} earmarkedCents={negative(earmark.amountCents)} />
      </ConfirmDialog>
    </>
  );
}
