// A customer compares their own list of what they owe with their account. Of all behind a link this alone needs a script: the list
// is read where it lies, in their browser.
import type { Metadata } from "next";
import { documentWords } from "@/domain/language/document-words.ts";
import { reconcileWords } from "@/domain/language/reconcile-words.ts";
import { sharedAccountWords } from "@/domain/language/shared-account-words.ts";
import { newFormKey } from "@/server/link-form.ts";
import { sharedDocuments } from "@/server/shared-reconcile.ts";
import { toAnswer, toShared } from "../_account/links.ts";
import { readingOf } from "../_account/reading.ts";
import { NoStatement } from "../no-statement.tsx";
import { businessOf, readShared } from "../read-shared.ts";
import { SharedFrame } from "../shared-frame.tsx";
import { ReconcileDesk } from "./_desk/reconcile-desk.tsx";

type Props = PageProps<"/s/[token]/reconcile">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const opened = await readShared((await params).token);
  const language = opened.kind === "open" ? businessOf(opened.shared).language : opened.language;
  return {
    title: { absolute: reconcileWords(language).title },
    referrer: "no-referrer",
    robots: { index: false, follow: false, noarchive: true },
  };
}

export default async function ReconcilePage({ params }: Props) {
  const { token } = await params;
  const opened = await readShared(token);
  if (opened.kind !== "open") return <NoStatement token={token} opened={opened} />;
  const { shared } = opened;
  // An invoice's link shows nobody the account.
  if (shared.kind !== "statement")
    return <NoStatement token={token} opened={{ kind: "gone", language: businessOf(shared).language }} />;
  const { actor, issued } = shared;
  const { business, currency } = issued.statement;
  const say = reconcileWords(business.language);
  const entries = await sharedDocuments(shared);
  const { page } = documentWords(business.language);
  const account = sharedAccountWords(business.language);
  return (
    <div lang={business.language}>
      <SharedFrame
        pdf={null}
        back={{ href: toShared(token), label: account.back }}
        business={business}
        title={say.title}
        about={say.lead(business.name, readingOf(business, currency).date(actor.today))}
        foot={[account.contact(business.name), page.passOn]}
      >
        <noscript>
          <p className="rounded-card border border-line bg-card px-4 py-4">{say.noScript}</p>
        </noscript>
        <ReconcileDesk
          business={{ name: business.name, language: business.language, locale: business.locale }}
          currency={currency}
          ours={entries}
          answer={{ action: toAnswer(token, "question"), key: newFormKey(actor.linkId) }}
        />
      </SharedFrame>
    </div>
  );
}
