// What whoever applied for credit sees of it: that it was sent, and the answer once there is one.
import type { Metadata } from "next";
import type { ReactNode } from "react";
import { formatInstantDay } from "@/domain/values/instant.ts";
import { formatAmount } from "@/domain/values/money.ts";
import { codeWords } from "@/domain/values/terms.ts";
import { readAppliedPage, type AppliedPage } from "@/server/applied-link.ts";
import { ApplyFrame, NothingHere } from "../../../_frame/apply-frame.tsx";
import { readOpen } from "../../../_frame/read-open.ts";

export const metadata: Metadata = {
  title: { absolute: "Your application for credit" },
  robots: { index: false },
};

export default async function SentPage({ params }: PageProps<"/apply/[business]/sent/[token]">) {
  const { business: slug, token } = await params;
  const page = await readOpen((from) => readAppliedPage({ slug, token }, from));
  if (typeof page === "string") return <NothingHere why={page} />;
  const { business, locale, zone, appliedAt, decidedAt, state, goesOut } = page;
  const day = (instant: string) => formatInstantDay(instant, locale, zone);
  if (state === "waiting" || decidedAt === null)
    return (
      <ApplyFrame title="Your application was sent">
        <div className="grid gap-2">
          <p>
            {business} has it since {day(appliedAt)}, and answers you
            {goesOut ? " by e-mail" : " here: keep the address of this page"}.
          </p>
          {goesOut ? (
            <p className="text-soft">Keep the address of this page, if you like: it shows the answer, too.</p>
          ) : null}
        </div>
      </ApplyFrame>
    );
  return (
    <ApplyFrame
      title={
        state === "approved"
          ? `${business} approved your application`
          : `${business} declined your application`
      }
    >
      <p className="mb-4 text-soft">
        You applied on {day(appliedAt)}; it was answered on {day(decidedAt)}.
      </p>
      <Given page={page} />
      {page.told === "" ? null : (
        <blockquote className="border-l-2 border-line pl-3 whitespace-pre-line wrap-anywhere">
          {page.told}
        </blockquote>
      )}
    </ApplyFrame>
  );
}

function Given({ page: { limitCents, terms, locale, currency } }: { page: AppliedPage }) {
  if (limitCents === null) return null;
  return (
    <dl className="mb-4 grid max-w-sm gap-2">
      <Fact name="Credit limit">
        {formatAmount(limitCents, currency, locale)} {currency}
      </Fact>
      {terms === null ? null : <Fact name="Terms">{codeWords(terms)}</Fact>}
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
