"use client";
// Offers terms no longer: nobody who has them loses them, so nothing is asked, and they can be offered again.
import { useRouter } from "next/navigation";
import { codeWords } from "@/domain/values/terms.ts";
import { api } from "@/server/client.ts";
import { Button } from "@/ui/button.tsx";
import { toast } from "@/ui/toast.tsx";
import { useCommand } from "@/ui/use-command.ts";

export function WithdrawTerms({ org, code }: { org: string; code: string }) {
  const router = useRouter();
  const { send, pending } = useCommand(
    (_: null, commandKey) => api(org).terms.withdraw.mutate({ commandKey, code }),
    () => {
      toast(`${codeWords(code)} is offered no longer`);
      router.refresh();
    },
  );
  return (
    <Button
      variant="quiet"
      pending={pending}
      onClick={() => send(null)}
      aria-label={`Remove ${codeWords(code)}`}
    >
      Remove
    </Button>
  );
}
