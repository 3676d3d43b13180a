// What became of a form that was sent: its answer, or why it wasn't taken.
import { answerWords } from "@/domain/collections/answer-words.ts";
import type { Language } from "@/domain/language/language.ts";
import { autopayWords } from "@/domain/payments/autopay-words.ts";
import { payWords } from "@/domain/payments/pay-words.ts";
import { isRefusalCode } from "@/domain/refusal.ts";
import { Notice } from "@/ui/notice.tsx";

/** As the address says it; only words of ours are shown. */
export type AnswerSaid = { done?: string | undefined; fault?: string | undefined };

type Props = { said: AnswerSaid; business: { name: string; language: Language } };

export function Said({ said: { done, fault }, business: { name, language } }: Props) {
  const { seen, promise, dispute, question, fresh, faults: answered, fault: unknown } = answerWords(language);
  const faults = { ...answered, ...payWords(language).faults };
  const answers = new Map([
    ["seen", seen.done(name)],
    ["promise", promise.done],
    ["dispute", dispute.done(name)],
    ["question", question.done(name)],
    ["fresh", fresh.done],
    ["autopay-stopped", autopayWords(language).stopped],
  ]);
  const answer = answers.get(done ?? "");
  if (answer) return <Told tone="good" words={answer} />;
  if (fault === undefined) return null;
  return <Told tone="late" words={(isRefusalCode(fault) ? faults[fault] : undefined) ?? unknown} />;
}

const Told = ({ tone, words }: { tone: "good" | "late"; words: string }) => (
  <div className="mb-4 print:hidden">
    <Notice tone={tone} title={words} />
  </div>
);
