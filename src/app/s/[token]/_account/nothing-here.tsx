// What a link that opens doesn't lead to: another's invoice and one that never was answer alike.
import { Link2Off } from "lucide-react";
import type { Language } from "@/domain/language/language.ts";
import { sharedAccountWords } from "@/domain/language/shared-account-words.ts";
import { Empty } from "@/ui/empty.tsx";

export function NothingHere({ language }: { language: Language }) {
  const { missing, missingNext } = sharedAccountWords(language);
  return (
    <main className="grid min-h-dvh place-items-center">
      <h1 className="sr-only">{missing}</h1>
      <Empty icon={<Link2Off />} title={missing}>
        {missingNext}
      </Empty>
    </main>
  );
}
