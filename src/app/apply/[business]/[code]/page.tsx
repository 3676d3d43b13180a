// The form by which anybody who has a business's link applies for credit. It needs no account and no script, and speaks the
// language of the business's papers.
import type { Metadata } from "next";
import { cache } from "react";
import { wrongFields } from "@/domain/credit/application.ts";
import { applyWords, type ApplyWords } from "@/domain/language/apply-words.ts";
import { readApplyPage } from "@/server/apply.ts";
import { Notice } from "@/ui/notice.tsx";
import { ApplyFrame, NothingHere, askedLanguage } from "../../_frame/apply-frame.tsx";
import { readOpen } from "../../_frame/read-open.ts";
import { ApplyForm, type Faults } from "./apply-form.tsx";

type Props = PageProps<"/apply/[business]/[code]">;

/** Once for the page and its title. */
const readPage = cache((slug: string, code: string) =>
  readOpen((from) => readApplyPage({ slug, code }, from)),
);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { business, code } = await params;
  const page = await readPage(business, code);
  const language = typeof page === "string" ? await askedLanguage() : page.language;
  return { title: { absolute: applyWords(language).title }, robots: { index: false } };
}

const WHY: Readonly<Record<string, keyof ApplyWords["why"]>> = {
  "form-incomplete": "incomplete",
  "form-too-old": "old",
  "not-allowed": "foreign",
  "key-reused": "reused",
  "file-kind": "fileKind",
  "file-too-large": "fileTooLarge",
  "too-many": "tooMany",
};

export default async function ApplyPage({ params, searchParams }: Props) {
  const { business: slug, code } = await params;
  const { sent, fault } = await searchParams;
  const page = await readPage(slug, code);
  if (typeof page === "string") return <NothingHere why={page} />;
  const { business, currency, language, formKey, typed } = page;
  const say = applyWords(language);
  if (sent === "yes")
    return (
      <ApplyFrame language={language} title={say.sent}>
        <p>{say.sentAnswered(business)}</p>
      </ApplyFrame>
    );
  const wrong = typeof fault === "string" ? fault : null;
  return (
    <ApplyFrame language={language} title={say.titleWith(business)}>
      <p className="mb-4 text-soft">{say.lead(business)}</p>
      {wrong === null ? null : (
        <div className="mb-4">
          <Notice tone="late" title={say.notSent}>
            {say.why[WHY[wrong] ?? "other"]}
            {typed["file"] ? ` ${say.fileAgain}` : ""}
          </Notice>
        </div>
      )}
      <ApplyForm
        door={{ slug, code }}
        formKey={formKey}
        currency={currency}
        consent={say.consent(business)}
        say={say}
        typed={wrong === null ? {} : typed}
        faults={faultsOf(wrong, typed, say)}
      />
    </ApplyFrame>
  );
}

function faultsOf(wrong: string | null, typed: object, { wrong: words }: ApplyWords): Faults {
  if (wrong === "file-kind") return { file: words.fileKind };
  if (wrong === "file-too-large") return { file: words.fileTooLarge };
  if (wrong !== "form-incomplete") return {};
  return Object.fromEntries(
    wrongFields(typed).map((field) => [
      field,
      Object.hasOwn(words, field) ? words[field as keyof typeof words] : words.reference,
    ]),
  );
}
