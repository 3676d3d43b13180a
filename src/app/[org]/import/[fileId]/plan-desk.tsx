"use client";
// How the file is to be read, as it is being changed: what was chosen shows at once, is sent, and the file is looked at
// again. Changes made meanwhile go out together, the last of them counts, and nothing that was chosen is lost.
import { useRouter } from "next/navigation";
import { createContext, useContext, useRef, useState, useTransition, type ReactNode } from "react";
import { present } from "@/domain/assert.ts";
import type { ImportPlan, PlanPatch } from "@/domain/imports/plan.ts";
import { api } from "@/server/client.ts";
import { commandKey, faultOf } from "@/ui/use-command.ts";
import { withPatch } from "../plan-changes.ts";

export type FieldChoice = { key: string; name: string; isNeeded: boolean };

type Desk = {
  plan: ImportPlan;
  fields: readonly FieldChoice[];
  change: (patch: PlanPatch) => void;
  /** It is being sent, or the file is being looked at. */
  isLooking: boolean;
  /** Why the last change didn't get through, and the way to send it again. */
  fault: string | null;
  again: () => void;
};

const DeskContext = createContext<Desk | null>(null);

export const usePlan = (): Desk => present(useContext(DeskContext), "a desk is around");

type Props = {
  org: string;
  fileId: string;
  plan: ImportPlan;
  isLooking: boolean;
  fields: readonly FieldChoice[];
  children: ReactNode;
};

export function PlanDesk({ org, fileId, plan, isLooking, fields, children }: Props) {
  const router = useRouter();
  const [mine, setMine] = useState<ImportPlan | null>(null);
  const [isSending, setSending] = useState(false);
  // Until the page knows of it, what it shows is the look before.
  const [isRefreshing, startRefresh] = useTransition();
  const [fault, setFault] = useState<string | null>(null);
  const wanted = useRef<ImportPlan | null>(null);
  const busy = useRef(false);

  const [seen, setSeen] = useState(plan);
  if (seen !== plan) {
    setSeen(plan);
    if (!isLooking && !isSending && fault === null) setMine(null);
  }

  async function send(): Promise<void> {
    busy.current = true;
    setSending(true);
    setFault(null);
    while (wanted.current) {
      const sent: ImportPlan = wanted.current;
      // Each look is a command of its own: what was asked before it is over then.
      await api(org).imports.look.mutate({ commandKey: commandKey(), fileId, plan: sent });
      if (wanted.current === sent) wanted.current = null;
    }
  }

  function go(): void {
    void send()
      .then(
        () => startRefresh(router.refresh),
        (error: unknown) => setFault(faultOf(error).message),
      )
      .finally(() => {
        busy.current = false;
        setSending(false);
      });
  }

  function change(patch: PlanPatch): void {
    const next = withPatch(wanted.current ?? mine ?? plan, patch);
    wanted.current = next;
    setMine(next);
    if (!busy.current) go();
  }

  const desk = {
    plan: mine ?? plan,
    fields,
    change,
    isLooking: isSending || isRefreshing || isLooking,
    fault,
    again: go,
  };
  return <DeskContext value={desk}>{children}</DeskContext>;
}
