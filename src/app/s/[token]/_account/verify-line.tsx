// Below a statement: by which code it is verified, and where.
import { documentWords } from "@/domain/language/document-words.ts";
import type { Language } from "@/domain/language/language.ts";
import { toVerify } from "./links.ts";

type Props = { language: Language; verify: { code: string } | null };

export function VerifyLine({ language, verify }: Props) {
  if (!verify) return null;
  const { verify: say } = documentWords(language);
  return (
    <p className="mt-3 text-13 text-soft">
      {say.code(verify.code)}{" "}
      <a href={toVerify()} className="text-link print:hidden">
        {say.page}
      </a>
    </p>
  );
}
