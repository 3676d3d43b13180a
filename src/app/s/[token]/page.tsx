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
import { newFormKey } from "@/server/link-form.ts";
import { sharedInvoiceNow, sharedStatementNow } from "@/server/shared-account.ts";
import type { Shared } from "@/server/shared-paper.ts";
import { verifyOf } from "@/server/verify-address.ts";
import { StatementView } from "@/ui/statement-view.tsx";
import { toShared, toSharedPdf } from "./_account/links.ts";
import { SinceStatement } from "./_account/since.tsx";
import { BelowStatement } from "./_account/below-statement.tsx";
import { parseSaid } from "./_answers/parse-said.ts";
import { DisputeAnswer } from "./_answers/dispute-answer.tsx";
import { Said, type AnswerSaid } from "./_answers/said.tsx";
import { StatementAnswers } from "./_answers/statement-answers.tsx";
import { AutopayCard } from "./_pay/autopay-card.tsx";
import { PayEach } from "./_pay/pay-each.tsx";
import { PayOnline } from "./_pay/pay-online.tsx";
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
  const query = await searchParams;
  const said = parseSaid(query);
  if (opened.kind !== "open") return <NoStatement token={token} opened={opened} said={said} />;
  const { shared } = opened;
  if (shared.kind === "invoice") return <Invoice token={token} shared={shared} said={said} />;
  const { actor, issued } = shared;
  const { statement, issuedAt } = issued;
  const { business } = statement;
  const { page: say } = documentWords(business.language);
  const days = dayLocale(business.language, business.locale);
  const sentOn = formatDay(today(actor.zone, asDate(issuedAt)), days);
  const current = await sharedStatementNow(shared);
  const screen = screenOf(statement, parseStatementPages(query));
  const { currency } = statement;
  const paying = { token, formKey: newFormKey(actor.linkId), business, currency };
  return (
    <SharedFrame
      pdf={toSharedPdf(token)}
      business={business}
      title={say.heading(business.name)}
      about={say.sentOn(sentOn, formatDay(statement.asOf, days))}
      foot={[say.contact(business.name), say.passOn]}
    >
      <Said said={said} business={business} />
      <SinceStatement token={token} statement={statement} since={current.since} />
      <PayOnline {...paying} offer={current.pay} />
      <PayEach {...paying} family={current.payEach} />
      <StatementView statement={screen} toPage={(query, anchor) => toShared(token, query, anchor)} />
      <AutopayCard
        token={token}
        formKey={newFormKey(actor.linkId)}
        statement={statement}
        autopay={current.autopay}
        isOffered={current.takesOnline}
      />
      <BelowStatement token={token} language={business.language} verify={verifyOf(issued)} />
      <StatementAnswers
        token={token}
        formKey={newFormKey(actor.linkId)}
        today={actor.today}
        statement={statement}
        now={current}
      />
    </SharedFrame>
  );
}

type InvoiceProps = { token: string; shared: Extract<Shared, { kind: "invoice" }>; said: AnswerSaid };

async function Invoice({ token, shared: { actor, invoice }, said }: InvoiceProps) {
  const { business, issuedOn } = invoice;
  const say = invoiceMailWords(business.language);
  const date = formatDay(issuedOn, dayLocale(business.language, business.locale));
  const current = actor.paper.kind === "invoice" ? await sharedInvoiceNow(actor) : null;
  return (
    <SharedFrame
      pdf={toSharedPdf(token)}
      business={business}
      title={invoiceTitle(invoice)}
      about={say.dated(date)}
      foot={[say.questions(business.name), say.passOn]}
    >
      <Said said={said} business={business} />
      <PayOnline
        token={token}
        formKey={newFormKey(actor.linkId)}
        business={business}
        currency={invoice.currency}
        invoiceCents={invoice.openCents}
        offer={current?.pay ?? null}
      />
      <SharedInvoice invoice={invoice} />
      {current ? (
        <DisputeAnswer
          token={token}
          formKey={newFormKey(actor.linkId)}
          invoiceId={actor.paper.id}
          invoice={invoice}
          dispute={current.dispute}
          saidOn={current.dispute && today(actor.zone, asDate(current.dispute.raisedAt))}
        />
      ) : null}
    </SharedFrame>
  );
}
