"use client";
// The first page of a sample statement as it would be printed, drawn anew a moment after each change. It is the PDF itself
// that is shown, painted here, so that it looks the same on a phone, which shows no PDF inside a page.
import { useEffect, useRef, useState } from "react";
import type { Bucket } from "@/domain/ledger/aging.ts";
import { toBrandingPreview } from "./branding-links.ts";
import { paintFirstPage } from "./paint-page.ts";

type Props = { org: string; set: object; late: Bucket };
type State = "waiting" | "shown" | "invalid" | "failed";

/** Long enough for a word to be typed. */
const PAUSE = 500;

const TOLD: Record<State, string> = {
  waiting: "Drawing…",
  shown: "A statement of nobody, with your letterhead.",
  invalid: "As it was before the last change, which can’t be printed.",
  failed: "The sample couldn’t be drawn just now. The next change tries again.",
};

export function PaperPreview({ org, set, late }: Props) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [state, setState] = useState<State>("waiting");
  const asked = JSON.stringify({ set, late });
  useEffect(() => {
    const given = new AbortController();
    const pause = setTimeout(() => {
      setState("waiting");
      void drawn(org, asked, given.signal)
        .then(async (pdf) => {
          if (pdf && canvas.current) await paintFirstPage(pdf, canvas.current, given.signal);
          return setState(pdf ? "shown" : "invalid");
        })
        .catch(() => {
          if (!given.signal.aborted) setState("failed");
        });
    }, PAUSE);
    return () => {
      clearTimeout(pause);
      given.abort();
    };
  }, [org, asked]);
  return (
    <figure className="grid gap-2 desk:sticky desk:top-20 print:hidden">
      <canvas
        ref={canvas}
        role="img"
        aria-label="The first page of a sample statement"
        className="aspect-[17/22] h-auto w-full rounded-card border border-line bg-white"
      />
      <figcaption aria-live="polite" className="text-12 text-soft">
        {TOLD[state]}
      </figcaption>
    </figure>
  );
}

/** null where what is typed can't be printed. */
async function drawn(org: string, body: string, signal: AbortSignal): Promise<ArrayBuffer | null> {
  const answer = await fetch(toBrandingPreview(org), {
    method: "POST",
    headers: { "content-type": "application/json" },
    body,
    signal,
  });
  if (answer.status === 422) return null;
  if (!answer.ok) throw new Error("no paper came");
  return answer.arrayBuffer();
}
