// What stands around the pages of an application for credit, and what is said where there is none.
import { headers } from "next/headers";
import type { ReactNode } from "react";
import { applyWords } from "@/domain/language/apply-words.ts";
import { languageAskedFor, type Language } from "@/domain/language/language.ts";
import type { NotOpen } from "./read-open.ts";

type Props = { language: Language; title: string; children: ReactNode };

export function ApplyFrame({ language, title, children }: Props) {
  return (
    <main lang={language} className="mx-auto w-full max-w-2xl px-4 py-8 desk:py-14">
      <h1 className="mb-2 text-20 font-semibold wrap-anywhere">{title}</h1>
      {children}
    </main>
  );
}

/** Whose link it is says nothing here, its language neither: it is the browser's. */
export const askedLanguage = async (): Promise<Language> =>
  languageAskedFor((await headers()).get("accept-language"));

export async function NothingHere({ why }: { why: NotOpen }) {
  const language = await askedLanguage();
  const say = applyWords(language);
  return (
    <ApplyFrame language={language} title={why === "busy" ? say.busy : say.gone}>
      <p className="text-soft">{why === "busy" ? say.busyWait : say.goneAsk}</p>
    </ApplyFrame>
  );
}
