// A deposit slip as a file, drawn anew each time: what it lists never changes, and a reversal is told on it.
import { notFound } from "next/navigation";
import { depositWords } from "@/domain/language/deposit-words.ts";
import { tenantOf } from "./actor.ts";
import { apiFor, contextFor } from "./api.ts";
import { runHeavy } from "./heavy/run-heavy.ts";
import { answerPaper } from "./paper-answer.ts";

export async function answerDepositFile(
  org: string,
  depositId: string,
  signal: AbortSignal,
): Promise<Response> {
  const api = await apiFor(org);
  const deposit = await api.deposits.paper({ depositId: depositId.slice(0, 60) });
  const { member } = await contextFor(org);
  if (!member) notFound();
  return answerPaper(async () => {
    const pdf = await runHeavy(tenantOf(member), "deposit-pdf", deposit, { signal });
    const { business, number } = deposit;
    const name = `${business.name} ${depositWords(business.language).slip} ${number}`;
    return { pdf, name, download: false };
  });
}
