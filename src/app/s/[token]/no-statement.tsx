// A link that opens nothing, or not now. Never made, expired and withdrawn look alike, so that a guess learns nothing;
// not even a language: it is told in that of whoever looks.
import { Link2Off } from "lucide-react";
import { documentWords } from "@/domain/language/document-words.ts";
import type { Language } from "@/domain/language/language.ts";
import { Empty } from "@/ui/empty.tsx";

type Props = { kind: "gone" | "busy" | "away"; language: Language };

export function NoStatement({ kind, language }: Props) {
  const { link: say } = documentWords(language);
  const [title, next] = [say[kind], say[`${kind}Next`]];
  return (
    <main className="grid min-h-dvh place-items-center">
      <h1 className="sr-only">{title}</h1>
      <Empty icon={<Link2Off />} title={title}>
        {next}
      </Empty>
    </main>
  );
}
