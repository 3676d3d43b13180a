// A statement as its customer sees it, behind the link in their mail: no sign-in, no cookie, and no script is needed.
// Opening it shows and changes nothing. It stays whole without streaming, so there is no loading state.
import { Download } from "lucide-react";
import type { Metadata } from "next";
import type { ReactNode } from "react";
import { documentWords, type DocumentWords } from "@/domain/language/document-words.ts";
import { dayLocale } from "@/domain/language/language.ts";
import { parseStatementPages, screenOf } from "@/domain/statements/statement-pages.ts";
import { formatDay } from "@/domain/values/day-words.ts";
import { asDate, today } from "@/server/clock.ts";
import { DownloadLink } from "@/ui/button.tsx";
import { StatementView } from "@/ui/statement-view.tsx";
import { href } from "../../[org]/_shell/links.ts";
import { NoStatement } from "./no-statement.tsx";
import { readShared } from "./read-shared.ts";

type Props = PageProps<"/s/[token]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const opened = await readShared((await params).token);
  if (opened.kind !== "open") return { title: { absolute: documentWords(opened.language).link.title } };
  const { number, business } = opened.shared.issued.statement;
  const { page: say } = documentWords(business.language);
  return {
    title: { absolute: say.title(number ?? "", business.name) },
    description: say.about(business.name),
    referrer: "no-referrer",
    robots: { index: false, follow: false, noarchive: true },
  };
}

export default async function SharedStatementPage({ params, searchParams }: Props) {
  const { token } = await params;
  const opened = await readShared(token);
  if (opened.kind !== "open") return <NoStatement kind={opened.kind} language={opened.language} />;
  const { actor, issued } = opened.shared;
  const { statement, issuedAt } = issued;
  const { business } = statement;
  const { page: say } = documentWords(business.language);
  const days = dayLocale(business.language, business.locale);
  const sentOn = formatDay(today(actor.zone, asDate(issuedAt)), days);
  const screen = screenOf(statement, parseStatementPages(await searchParams));
  return (
    <div className="mx-auto max-w-[60rem] px-4 py-5 desk:px-8 desk:py-10 print:max-w-none print:p-0">
      <header className="mb-4 flex flex-wrap items-center gap-x-6 gap-y-3 desk:mb-6 print:hidden">
        <div className="min-w-0 flex-1 basis-64">
          <h1 className="text-20 font-semibold wrap-anywhere">{say.heading(business.name)}</h1>
          <p className="text-soft">{say.sentOn(sentOn, formatDay(statement.asOf, days))}</p>
        </div>
        <DownloadLink href={`/s/${token}/pdf`} variant="primary">
          <Download aria-hidden="true" />
          {say.download}
        </DownloadLink>
      </header>
      <main>
        <StatementView statement={screen} toPage={(query, anchor) => href(["s", token], query, anchor)} />
      </main>
      <Contact business={business} say={say} />
    </div>
  );
}

type Business = { name: string; email: string | null; phone: string | null };

function Contact({ business, say }: { business: Business; say: DocumentWords["page"] }) {
  const { name, email, phone } = business;
  return (
    <footer className="mt-5 grid gap-1 text-13 text-soft print:hidden">
      <p>
        {say.contact(name)}
        {email ? <Way href={`mailto:${email}`}>{email}</Way> : null}
        {phone ? <Way href={`tel:${phone.replace(/[^\d+]/g, "")}`}>{phone}</Way> : null}.
      </p>
      <p>{say.passOn}</p>
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
