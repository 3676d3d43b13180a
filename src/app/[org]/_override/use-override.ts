"use client";
// The override that was asked for on this screen: looked at every few seconds while it waits, and until it can't be used.
import { useEffect, useState } from "react";
import { api, type RouterOutputs } from "@/server/client.ts";

export type Override = RouterOutputs["overrides"]["read"];

const AGAIN_MS = 4000;

export function useOverride(org: string, overrideId: string | null): Override | null {
  const [known, setKnown] = useState<Override | null>(null);
  const override = known?.overrideId === overrideId ? known : null;
  const isOpen =
    overrideId !== null && (!override || override.state === "waiting" || override.state === "approved");
  useEffect(() => {
    if (!isOpen) return;
    let isOver = false;
    const look = () => {
      void api(org)
        .overrides.read.query({ overrideId })
        // Out of reach for a moment; asked again.
        .then(
          (read) => isOver || setKnown(read),
          () => {},
        );
    };
    look();
    const every = setInterval(look, AGAIN_MS);
    return () => {
      isOver = true;
      clearInterval(every);
    };
  }, [org, overrideId, isOpen]);
  return override;
}
