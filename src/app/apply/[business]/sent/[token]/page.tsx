// What whoever applied for credit sees of it: that it was sent, and the answer once there is one.
import type { Metadata } from "next";
import { cache, type ReactNode } from "react";
import { termsTold } from "@/domain/credit/terms-told.ts";
import { applyWords } from "@/domain/language/apply-words.ts";
import { dayLocale } from "@/domain/language/language.ts";
import { formatInstantDay } from "@/domain/values/instant.ts";
import { formatAmount } from "@/domain/values/money.ts";
import { readAppliedPage, type AppliedPage } from "@/server/applied-link.ts";
import { ApplyFrame, NothingHere, askedLanguage } from "../../../_frame/apply-frame.tsx";
import { readOpen } from "../../../_frame/read-open.ts";

type Props = PageProps<"/apply/[business]/sent/[token]">;

/** Once for the page and its title. */
const readPage = cache((slug: string, token: string) =>
  readOpen((from) => readAppliedPage({ slug, token }, from)),
);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { business, token } = await params;
  const page = await readPage(business, token);
  const language = typeof page === "string" ? await askedLanguage() : page.language;
  return { title: { absolute: applyWords(language).yourApplication }, robots: { index: false } };
}

export default async function SentPage({ params }: Props) {
  const { business: slug, token } = await params;
  const page = await readPage(slug, token);
  if (typeof page === "string") return <NothingHere why={page} />;
  const { business, language, locale, zone, appliedAt, decidedAt, state, goesOut } = page;
  const say = applyWords(language);
  const day = (instant: string) => formatInstantDay(instant, dayLocale(language, locale), zone);
  if (state === "waiting" || decidedAt === null)
    return (
      <ApplyFrame language={language} title={say.sent}>
        <div className="grid gap-2">
          <p>
            {goesOut ? say.hasItSince(business, day(appliedAt)) : say.answersHere(business, day(appliedAt))}
          </p>
          {goesOut ? <p className="text-soft">{say.keepAddress}</p> : null}
        </div>
      </ApplyFrame>
    );
  return (
    <ApplyFrame
      language={language}
      title={state === "approved" ? say.approved(business) : say.declined(business)}
    >
      <p className="mb-4 text-soft">{say.answeredOn(day(appliedAt), day(decidedAt))}</p>
      <Given page={page} />
      {page.told === "" ? null : (
        <blockquote className="border-l-2 border-line pl-3 whitespace-pre-line wrap-anywhere">
          {page.told}
        </blockquote>
      )}
    </ApplyFrame>
  );
}

function Given({ page: { limitCents, terms, language, locale, currency } }: { page: AppliedPage }) {
  if (limitCents === null) return null;
  const say = applyWords(language);
  return (
    <dl className="mb-4 grid max-w-sm gap-2">
      <Fact name={say.limit}>
        {formatAmount(limitCents, currency, locale)} {currency}
      </Fact>
      {terms === null ? null : <Fact name={say.terms}>{termsTold(terms, { language, locale })}</Fact>}
    </dl>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="flex flex-wrap justify-between gap-x-4">
      <dt className="text-soft">{name}</dt>
      <dd className="font-medium">{children}</dd>
    </div>
  );
}
