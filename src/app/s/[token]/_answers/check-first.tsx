// What the business asks before its link opens.
import { answerWords } from "@/domain/collections/answer-words.ts";
import type { Language } from "@/domain/language/language.ts";
import { Button } from "@/ui/button.tsx";
import { Field } from "@/ui/field.tsx";
import { toCheck } from "../_account/links.ts";
import { Said, type AnswerSaid } from "./said.tsx";

type Props = {
  token: string;
  asks: "postcode" | "last-invoice";
  language: Language;
  said: AnswerSaid;
};

export function CheckFirst({ token, asks, language, said }: Props) {
  const { check } = answerWords(language);
  return (
    <main className="mx-auto grid min-h-dvh max-w-md content-center px-4 py-8">
      <h1 className="mb-1 text-20 font-semibold">{check.title}</h1>
      <p className="mb-4 text-soft">{check.lead}</p>
      <Said said={said} business={{ name: "", language }} />
      <form method="post" action={toCheck(token)} encType="multipart/form-data" className="grid gap-4">
        <Field
          label={check.asks[asks]}
          name="answer"
          required
          maxLength={60}
          autoComplete="off"
          inputMode={asks === "postcode" ? "text" : "decimal"}
        />
        <div>
          <Button type="submit" variant="primary">
            {check.send}
          </Button>
        </div>
      </form>
    </main>
  );
}
