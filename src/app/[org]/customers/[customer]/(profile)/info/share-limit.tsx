"use client";
// Whether a parent's credit limit counts for its children, too: from the next charge on.
import { useRouter } from "next/navigation";
import { api } from "@/server/client.ts";
import { Button } from "@/ui/button.tsx";
import { FaultNotice } from "@/ui/fault-notice.tsx";
import { toast } from "@/ui/toast.tsx";
import { useCommand } from "@/ui/use-command.ts";

export function ShareLimit({
  org,
  customerId,
  shares,
}: {
  org: string;
  customerId: string;
  shares: boolean;
}) {
  const router = useRouter();
  const { send, pending, fault } = useCommand(
    (wanted: boolean, commandKey) =>
      api(org).families.shareLimit.mutate({ commandKey, customerId, shares: wanted }),
    (done) => {
      toast(done.shares ? "The limit is shared from now on" : "The limit is its own alone from now on");
      router.refresh();
    },
  );
  return (
    <div className="grid gap-3">
      <FaultNotice fault={fault} />
      <p className="max-w-prose">
        {shares
          ? "Its credit limit is shared: what the parent and all children charge together stays within it. A child may have a smaller limit of its own beside it."
          : "Each customer charges within their own credit limit."}
      </p>
      <div>
        <Button pending={pending} onClick={() => send(!shares)}>
          {shares ? "Stop sharing the limit" : "Share the limit with children"}
        </Button>
      </div>
    </div>
  );
}
