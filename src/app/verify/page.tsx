// Where anybody who holds a statement sees whether it is what the business issued: no sign-in, in the language of whoever looks.
// The statement is read and checked in the browser, also without the internet (offline.ts).
import type { Metadata } from "next";
import { headers } from "next/headers";
import { languageAskedFor } from "@/domain/language/language.ts";
import { verifyWords } from "@/domain/language/verify-words.ts";
import { VerifyDesk } from "./verify-desk.tsx";

const language = async () => languageAskedFor((await headers()).get("accept-language"));

export async function generateMetadata(): Promise<Metadata> {
  return { title: verifyWords(await language()).title };
}

export default async function VerifyPage() {
  const asked = await language();
  const say = verifyWords(asked);
  return (
    <main lang={asked} className="mx-auto w-full max-w-3xl px-4 py-8 desk:py-14">
      <h1 className="text-20 font-semibold">{say.title}</h1>
      <p className="mt-1 mb-5 text-soft">{say.lead}</p>
      <VerifyDesk language={asked} />
    </main>
  );
}
