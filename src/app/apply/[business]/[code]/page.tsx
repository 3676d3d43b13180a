// The form by which anybody who has a business's link applies for credit. It needs no account and no script.
import type { Metadata } from "next";
import { applicationFaults, consentWords } from "@/domain/credit/application.ts";
import { readApplyPage } from "@/server/apply.ts";
import { Notice } from "@/ui/notice.tsx";
import { ApplyFrame, NothingHere } from "../../_frame/apply-frame.tsx";
import { readOpen } from "../../_frame/read-open.ts";
import { ApplyForm, type Faults } from "./apply-form.tsx";

export const metadata: Metadata = { title: { absolute: "Apply for credit" }, robots: { index: false } };

const FAULTS: Readonly<Record<string, string>> = {
  "form-incomplete": "Something is missing, or isn’t what it should be. It is said below, by each field.",
  "form-too-old": "The form lay open for too long. It is fresh now: look through it and send it again.",
  "not-allowed": "The form wasn’t this page’s own. It is fresh now: look through it and send it again.",
  "key-reused":
    "You sent this form before, with other words. It is fresh now: look through it and send it again.",
  "file-kind": "Its file can’t be taken.",
  "file-too-large": "Its file is too large.",
  "too-many": "Too many applications came in just now. Send it again later.",
};
const OF_FILE: Readonly<Record<string, string>> = {
  "file-kind": "Choose a PDF, a JPEG or a PNG.",
  "file-too-large": "Choose a file of 10 MB at most.",
};

export default async function ApplyPage({ params, searchParams }: PageProps<"/apply/[business]/[code]">) {
  const { business: slug, code } = await params;
  const { sent, fault } = await searchParams;
  const page = await readOpen((from) => readApplyPage({ slug, code }, from));
  if (typeof page === "string") return <NothingHere why={page} />;
  const { business, currency, formKey, typed } = page;
  if (sent === "yes")
    return (
      <ApplyFrame title="Your application was sent">
        <p>{business} has it now, and answers you. You can close this page.</p>
      </ApplyFrame>
    );
  const wrong = typeof fault === "string" ? fault : null;
  return (
    <ApplyFrame title={`Apply for credit with ${business}`}>
      <p className="mb-4 text-soft">
        With credit you buy on account and pay later. {business} looks at every application and answers you.
      </p>
      {wrong === null ? null : (
        <div className="mb-4">
          <Notice tone="late" title="It wasn’t sent">
            {FAULTS[wrong] ?? "Something went wrong. Send it again."}
            {typed["file"] ? " Choose the file again, too." : ""}
          </Notice>
        </div>
      )}
      <ApplyForm
        door={{ slug, code }}
        formKey={formKey}
        currency={currency}
        consent={consentWords(business)}
        typed={wrong === null ? {} : typed}
        faults={faultsOf(wrong, typed)}
      />
    </ApplyFrame>
  );
}

function faultsOf(wrong: string | null, typed: object): Faults {
  const file = OF_FILE[wrong ?? ""];
  return { ...(wrong === "form-incomplete" && applicationFaults(typed)), ...(file && { file }) };
}
