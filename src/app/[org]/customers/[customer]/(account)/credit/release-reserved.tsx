"use client";
// Lets go what a till was promised: for one that was lost, or a sale that won't come.
import { Trash2 } from "lucide-react";
import { api } from "@/server/client.ts";
import { ConfirmDialog, useConfirm } from "@/ui/confirm-dialog.tsx";

/** `amount` as it is written. */
type Props = { org: string; reserved: { decisionId: string; amount: string; reference: string } };

export function ReleaseReserved({ org, reserved: { decisionId, amount, reference } }: Props) {
  const { ask, asked } = useConfirm(
    (commandKey) => api(org).decisions.release.mutate({ commandKey, decisionId }),
    () => `${amount} can be charged again`,
  );
  return (
    <>
      <button
        type="button"
        aria-label={`Release ${amount} for ${reference || "a charge"}`}
        onClick={ask}
        className="-my-2 inline-grid size-9 place-items-center rounded-control align-middle text-soft hover:bg-hover hover:text-late touch:-my-3 touch:size-11 print:hidden"
      >
        <Trash2 aria-hidden="true" className="size-4" />
      </button>
      <ConfirmDialog {...asked} title={`Release ${amount}?`} button="Release">
        <p className="wrap-anywhere">
          A till was promised this{reference ? ` for “${reference}”` : ""}. Released, it can’t be captured any
          more, and others can charge it.
        </p>
      </ConfirmDialog>
    </>
  );
}
