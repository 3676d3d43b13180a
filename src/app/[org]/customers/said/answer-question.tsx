"use client";
// Notes that a question was answered.
import { useRouter } from "next/navigation";
import { api } from "@/server/client.ts";
import { Button } from "@/ui/button.tsx";
import { toast } from "@/ui/toast.tsx";
import { useCommand } from "@/ui/use-command.ts";

type Props = { org: string; question: { saidId: string; customerName: string } };

export function AnswerQuestion({ org, question: { saidId: questionId, customerName } }: Props) {
  const router = useRouter();
  const { send, pending, fault } = useCommand(
    (_: null, commandKey) => api(org).collections.answerQuestion.mutate({ commandKey, questionId }),
    () => {
      toast(`The question of ${customerName} is answered`);
      router.refresh();
    },
  );
  return (
    <>
      <Button
        variant="quiet"
        pending={pending}
        aria-label={`Mark as answered: the question of ${customerName}`}
        onClick={() => send(null)}
      >
        Mark as answered
      </Button>
      {fault ? <p className="text-12 text-late">{fault.message}</p> : null}
    </>
  );
}
