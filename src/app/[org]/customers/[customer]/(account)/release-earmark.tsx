"use client";
// The way to let credit go that was set aside; the question comes when it is first asked for.
import { Trash2 } from "lucide-react";
import { useState } from "react";
import { useLater } from "@/ui/use-later.ts";
import type { Earmarking } from "./earmark-effect.tsx";
import type { Earmark } from "./release-dialog.tsx";

/** `amount` as it is written. */
type Props = { org: string; earmark: Earmark; amount: string; earmarking: Earmarking };

const loadQuestion = () => import("./release-dialog.tsx");

export function ReleaseEarmark({ org, earmark, amount, earmarking }: Props) {
  const [open, setOpen] = useState(false);
  const question = useLater(loadQuestion, open);
  return (
    <>
      <button
        type="button"
        aria-label={`Release ${amount} for ${earmark.note}`}
        aria-busy={(open && !question) || undefined}
        onClick={() => setOpen(true)}
        className="-my-2 inline-grid size-9 place-items-center rounded-control align-middle text-soft hover:bg-hover hover:text-late touch:-my-3 touch:size-11 print:hidden"
      >
        <Trash2 aria-hidden="true" className="size-4" />
      </button>
      {question ? (
        <question.ReleaseDialog
          org={org}
          earmark={earmark}
          earmarking={earmarking}
          open={open}
          onClose={() => setOpen(false)}
        />
      ) : null}
    </>
  );
}
