// A paper as its customer sees it, behind the link in their mail: no sign-in, no cookie, and no script is needed. Opening it
// shows and changes nothing. It stays whole without streaming, so there is no loading state.
import type { Metadata } from "next";
import { paperWords } from "@/domain/language/credit-memo-words.ts";
import { documentWords } from "@/domain/language/document-words.ts";
import { invoiceMailWords } from "@/domain/language/invoice-mail-words.ts";
import { dayLocale } from "@/domain/language/language.ts";
import type { InvoicePaper } from "@/domain/invoices/invoice-paper.ts";
import { parseStatementPages, screenOf } from "@/domain/statements/statement-pages.ts";
import { formatDay } from "@/domain/values/day-words.ts";
import { asDate, today } from "@/server/clock.ts";
import { sharedChanges } from "@/server/shared-account.ts";
import type { Shared } from "@/server/shared-paper.ts";
import { StatementView } from "@/ui/statement-view.tsx";
import { toShared, toSharedPdf } from "./_account/links.ts";
import { SinceStatement } from "./_account/since.tsx";
import { NoStatement } from "./no-statement.tsx";
import { businessOf, readShared } from "./read-shared.ts";
import { SharedFrame } from "./shared-frame.tsx";
import { SharedInvoice } from "./shared-invoice.tsx";

type Props = PageProps<"/s/[token]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const opened = await readShared((await params).token);
  if (opened.kind !== "open") return { title: { absolute: documentWords(opened.language).link.title } };
  const { language, name } = businessOf(opened.shared);
  return {
    title: { absolute: titleOf(opened.shared) },
    description: documentWords(language).page.about(name),
    referrer: "no-referrer",
    robots: { index: false, follow: false, noarchive: true },
  };
}

function titleOf(shared: Shared): string {
  const { language, name } = businessOf(shared);
  return shared.kind === "statement"
    ? documentWords(language).page.title(shared.issued.statement.number ?? "", name)
    : invoiceTitle(shared.invoice);
}

function invoiceTitle(invoice: InvoicePaper): string {
  const { business, number } = invoice;
  return invoiceMailWords(business.language).subject(paperWords(invoice).invoice, number, business.name);
}

export default async function SharedPage({ params, searchParams }: Props) {
  const { token } = await params;
  const opened = await readShared(token);
  if (opened.kind !== "open") return <NoStatement kind={opened.kind} language={opened.language} />;
  const { shared } = opened;
  if (shared.kind === "invoice") return <Invoice token={token} invoice={shared.invoice} />;
  const { actor, issued } = shared;
  const { statement, issuedAt } = issued;
  const { business } = statement;
  const { page: say } = documentWords(business.language);
  const days = dayLocale(business.language, business.locale);
  const sentOn = formatDay(today(actor.zone, asDate(issuedAt)), days);
  const since = await sharedChanges(shared);
  const screen = screenOf(statement, parseStatementPages(await searchParams));
  return (
    <SharedFrame
      pdf={toSharedPdf(token)}
      business={business}
      title={say.heading(business.name)}
      about={say.sentOn(sentOn, formatDay(statement.asOf, days))}
      foot={[say.contact(business.name), say.passOn]}
    >
      <SinceStatement token={token} statement={statement} since={since} />
      <StatementView statement={screen} toPage={(query, anchor) => toShared(token, query, anchor)} />
    </SharedFrame>
  );
}

function Invoice({ token, invoice }: { token: string; invoice: InvoicePaper }) {
  const { business, issuedOn } = invoice;
  const say = invoiceMailWords(business.language);
  const date = formatDay(issuedOn, dayLocale(business.language, business.locale));
  return (
    <SharedFrame
      pdf={toSharedPdf(token)}
      business={business}
      title={invoiceTitle(invoice)}
      about={say.dated(date)}
      foot={[say.questions(business.name), say.passOn]}
    >
      <SharedInvoice invoice={invoice} />
    </SharedFrame>
  );
}
