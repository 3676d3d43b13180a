"use client";
// Another draft like this invoice: to bill the same again, or to correct it. Nothing is voided before the draft is issued.
import { useRouter } from "next/navigation";
import { api } from "@/server/client.ts";
import { Button } from "@/ui/button.tsx";
import { toast } from "@/ui/toast.tsx";
import { faultOf, useCommand } from "@/ui/use-command.ts";
import { toDraft } from "../../_shell/links.ts";

type Props = { org: string; invoiceId: string; mayCorrect: boolean };
type Way = "duplicate" | "correct";

export function CopyInvoice({ org, invoiceId, mayCorrect }: Props) {
  const router = useRouter();
  const { send, pending } = useCommand(
    async (way: Way, commandKey) => {
      const { invoiceDrafts } = api(org);
      const given = { commandKey, invoiceId };
      const started =
        way === "correct" ? invoiceDrafts.correct.mutate(given) : invoiceDrafts.duplicate.mutate(given);
      return started.catch((error: unknown) => {
        toast(faultOf(error).message);
        throw error;
      });
    },
    ({ draftId }) => router.push(toDraft(org, draftId)),
  );
  return (
    <>
      <Button variant="item" pending={pending} onClick={() => send("duplicate")}>
        Duplicate
      </Button>
      {mayCorrect ? (
        <Button variant="item" pending={pending} onClick={() => send("correct")}>
          Correct
        </Button>
      ) : null}
    </>
  );
}
