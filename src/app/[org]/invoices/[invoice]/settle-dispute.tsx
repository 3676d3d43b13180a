"use client";
// The dispute is settled: the mark goes, what was said stays with the invoice.
import { useRouter } from "next/navigation";
import { api } from "@/server/client.ts";
import { Button } from "@/ui/button.tsx";
import { toast } from "@/ui/toast.tsx";
import { useCommand } from "@/ui/use-command.ts";

export function SettleDispute({ org, invoiceId }: { org: string; invoiceId: string }) {
  const router = useRouter();
  const { send, pending, fault } = useCommand(
    (_: null, commandKey) => api(org).invoices.dispute.mutate({ commandKey, invoiceId, disputed: false }),
    () => {
      toast("The dispute is settled");
      router.refresh();
    },
  );
  return (
    <>
      {fault ? <p className="mb-1 text-late">{fault.message}</p> : null}
      <Button pending={pending} onClick={() => send(null)}>
        It is settled
      </Button>
    </>
  );
}
