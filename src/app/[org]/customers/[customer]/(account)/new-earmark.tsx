"use client";
// The way to set open credit aside; its form comes when it is first asked for.
import { Plus } from "lucide-react";
import { useState } from "react";
import { Button } from "@/ui/button.tsx";
import { useLater } from "@/ui/use-later.ts";
import type { Earmarking } from "./earmark-effect.tsx";

const loadForm = () => import("./earmark-dialog.tsx");

export function NewEarmark({ org, earmarking }: { org: string; earmarking: Earmarking }) {
  const [open, setOpen] = useState(false);
  const [wanted, setWanted] = useState(false);
  const form = useLater(loadForm, wanted || open);
  return (
    <>
      <Button
        variant="quiet"
        pending={open && !form}
        onPointerEnter={() => setWanted(true)}
        onFocus={() => setWanted(true)}
        onClick={() => setOpen(true)}
      >
        <Plus aria-hidden="true" />
        New earmark
      </Button>
      {form ? (
        <form.EarmarkDialog org={org} earmarking={earmarking} open={open} onClose={() => setOpen(false)} />
      ) : null}
    </>
  );
}
