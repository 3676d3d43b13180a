"use client";
// Has an invoice like this draft come again, once what was typed is saved.
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "@/ui/button.tsx";
import { toNewRecurring } from "../../_shell/links.ts";
import type { KeptDraft } from "./autosave.ts";

type Props = { org: string; kept: KeptDraft; flush: () => Promise<KeptDraft | null> };

export function RepeatDraft({ org, kept, flush }: Props) {
  const router = useRouter();
  const [pending, setPending] = useState(false);
  async function go() {
    setPending(true);
    const { draftId } = (await flush().catch(() => null)) ?? kept;
    router.push(toNewRecurring(org, { draft: draftId }));
  }
  return (
    <Button variant="quiet" pending={pending} onClick={() => void go()}>
      Repeat
    </Button>
  );
}
