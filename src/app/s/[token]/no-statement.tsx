// A link that opens nothing, or not now. Never made, expired and withdrawn look alike, so that a guess learns nothing;
// not even a language: it is told in that of whoever looks. A fresh link can be asked for, whichever it was.
import { Link2Off } from "lucide-react";
import { answerWords } from "@/domain/collections/answer-words.ts";
import { documentWords } from "@/domain/language/document-words.ts";
import type { Language } from "@/domain/language/language.ts";
import { Button } from "@/ui/button.tsx";
import { Empty } from "@/ui/empty.tsx";
import { toFresh } from "./_account/links.ts";
import { Said, type AnswerSaid } from "./_answers/said.tsx";

type Props = { token: string; kind: "gone" | "busy" | "away"; language: Language; said?: AnswerSaid };

export function NoStatement({ token, kind, language, said = {} }: Props) {
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

function AskAnew({ token, language, said }: Pick<Props, "token" | "language"> & { said: AnswerSaid }) {
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
