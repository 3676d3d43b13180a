// What stands around every paper behind a link: its name, its PDF, and whom to ask.
import { Download } from "lucide-react";
import type { Route } from "next";
import type { ReactNode } from "react";
import { documentWords } from "@/domain/language/document-words.ts";
import type { Language } from "@/domain/language/language.ts";
import { DownloadLink } from "@/ui/button.tsx";
import { Link } from "@/ui/link.tsx";

type Business = { name: string; email: string | null; phone: string | null; language: Language };
type Props = {
  /** Where its PDF is; null where it has none. */
  pdf: Route | null;
  /** Where one came from. */
  back?: { href: Route; label: string };
  business: Business;
  title: string;
  about: string;
  foot: readonly [questions: string, passOn: string];
  children: ReactNode;
};

export function SharedFrame({ pdf, back, business, title, about, foot, children }: Props) {
  return (
    <div className="mx-auto max-w-[60rem] px-4 py-5 desk:px-8 desk:py-10 print:max-w-none print:p-0">
      <header className="mb-4 flex flex-wrap items-center gap-x-6 gap-y-3 desk:mb-6 print:hidden">
        <div className="min-w-0 flex-1 basis-64">
          <h1 className="text-20 font-semibold wrap-anywhere">{title}</h1>
          <p className="text-soft">{about}</p>
          {back ? (
            <Link href={back.href} className="text-link touch-target">
              {back.label}
            </Link>
          ) : null}
        </div>
        {pdf === null ? null : (
          <DownloadLink href={pdf} variant="primary">
            <Download aria-hidden="true" />
            {documentWords(business.language).page.download}
          </DownloadLink>
        )}
      </header>
      <main>{children}</main>
      <Contact business={business} foot={foot} />
    </div>
  );
}

function Contact({
  business: { email, phone },
  foot: [questions, passOn],
}: Pick<Props, "business" | "foot">) {
  return (
    <footer className="mt-5 grid gap-1 text-13 text-soft print:hidden">
      <p>
        {questions}
        {email ? <Way href={`mailto:${email}`}>{email}</Way> : null}
        {phone ? <Way href={`tel:${phone.replace(/[^\d+]/g, "")}`}>{phone}</Way> : null}.
      </p>
      <p>{passOn}</p>
    </footer>
  );
}

function Way({ href, children }: { href: string; children: ReactNode }) {
  return (
    <>
      ,{" "}
      <a href={href} className="text-link wrap-anywhere">
        {children}
      </a>
    </>
  );
}
