// Below a statement: by which code it is verified, and the way to compare it with one's own books.
import type { Language } from "@/domain/language/language.ts";
import { reconcileWords } from "@/domain/language/reconcile-words.ts";
import { verifyWords } from "@/domain/language/verify-words.ts";
import { toReconcile, toVerify } from "./links.ts";

/** `verify`: null of one that was issued before they could be verified. */
type Props = { token: string; language: Language; verify: { code: string } | null };

export function BelowStatement({ token, language, verify }: Props) {
  const say = verifyWords(language);
  return (
    <div className="mt-3 flex flex-wrap gap-x-6 gap-y-1 text-13 text-soft">
      {verify ? (
        <p>
          {say.codeIs(verify.code)}{" "}
          <a href={toVerify()} className="text-link print:hidden">
            {say.link}
          </a>
        </p>
      ) : null}
      <p className="print:hidden">
        <a href={toReconcile(token)} className="text-link touch-target">
          {reconcileWords(language).link}
        </a>
      </p>
    </div>
  );
}
