// A link that opens nothing, or not now. Never made, expired and withdrawn look alike, so that a guess learns nothing;
// not even a language: it is told in that of whoever looks. A fresh link can be asked for, whichever it was.
import { Link2Off } from "lucide-react";
import { answerWords } from "@/domain/collections/answer-words.ts";
import { documentWords } from "@/domain/language/document-words.ts";
import type { Language } from "@/domain/language/language.ts";
import { Button } from "@/ui/button.tsx";
import { Empty } from "@/ui/empty.tsx";
import { toFresh } from "./_account/links.ts";
import { CheckFirst } from "./_answers/check-first.tsx";
import { Said, type AnswerSaid } from "./_answers/said.tsx";
import type { NotOpen } from "./read-shared.ts";

type Props = { token: string; opened: NotOpen; said?: AnswerSaid };

export function NoStatement({ token, opened, said = {} }: Props) {
  if (opened.kind === "check") return <CheckFirst token={token} said={said} {...opened} />;
  const { kind, language } = opened;
  const { link: say } = documentWords(language);
  const [title, next] = [say[kind], say[`${kind}Next`]];
  return (
    <main className="grid min-h-dvh place-items-center px-4">
      <h1 className="sr-only">{title}</h1>
      <div className="max-w-lg">
        <Empty icon={<Link2Off />} title={title}>
          {next}
        </Empty>
        {kind === "gone" ? <AskAnew token={token} language={language} said={said} /> : null}
      </div>
    </main>
  );
}

type AskProps = { token: string; language: Language; said: AnswerSaid };

function AskAnew({ token, language, said }: AskProps) {
  const { fresh } = answerWords(language);
  if (said.done === "fresh") return <Said said={said} business={{ name: "", language }} />;
  return (
    <>
      <Said said={said} business={{ name: "", language }} />
      <form method="post" action={toFresh(token)} className="grid justify-items-center gap-3 text-center">
        <p className="text-soft">{fresh.lead}</p>
        <Button type="submit">{fresh.send}</Button>
      </form>
    </>
  );
}
