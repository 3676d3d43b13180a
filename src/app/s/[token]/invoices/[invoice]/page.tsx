// An invoice of the account behind a statement's link: as it was issued, with what has been paid on it until now.
import type { Metadata } from "next";
import { cache } from "react";
import { documentWords } from "@/domain/language/document-words.ts";
import { invoiceMailWords } from "@/domain/language/invoice-mail-words.ts";
import { paperWords } from "@/domain/language/credit-memo-words.ts";
import { asDate, today } from "@/server/clock.ts";
import { newFormKey } from "@/server/link-form.ts";
import { sharedInvoice } from "@/server/shared-account.ts";
import { toSharedAccount, toSharedInvoicePdf } from "../../_account/links.ts";
import { NothingHere } from "../../_account/nothing-here.tsx";
import { readingOf } from "../../_account/reading.ts";
import { DisputeAnswer } from "../../_answers/dispute-answer.tsx";
import { parseSaid } from "../../_answers/parse-said.ts";
import { Said } from "../../_answers/said.tsx";
import { NoStatement } from "../../no-statement.tsx";
import { businessOf, readBehind, readShared } from "../../read-shared.ts";
import { SharedFrame } from "../../shared-frame.tsx";
import { SharedInvoice } from "../../shared-invoice.tsx";

type Props = PageProps<"/s/[token]/invoices/[invoice]">;

const readInvoice = cache(async (token: string, invoiceId: string) => {
  const opened = await readShared(token);
  if (opened.kind !== "open") return opened;
  const { actor } = opened.shared;
  const found = await readBehind(async () => sharedInvoice(opened.shared, invoiceId));
  const { language } = businessOf(opened.shared);
  return found ? { kind: "open" as const, actor, ...found } : { kind: "missing" as const, language };
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { token, invoice: invoiceId } = await params;
  const read = await readInvoice(token, invoiceId);
  if (read.kind !== "open") return { title: { absolute: documentWords(read.language).link.title } };
  const { business, number } = read.invoice;
  const { subject } = invoiceMailWords(business.language);
  return {
    title: { absolute: subject(paperWords(read.invoice).invoice, number, business.name) },
    referrer: "no-referrer",
  };
}

export default async function SharedInvoicePage({ params, searchParams }: Props) {
  const { token, invoice: asked } = await params;
  const read = await readInvoice(token, asked);
  if (read.kind === "missing") return <NothingHere language={read.language} />;
  if (read.kind !== "open") return <NoStatement token={token} opened={read} />;
  const { actor, invoice, invoiceId, dispute } = read;
  const { business, number, issuedOn, currency } = invoice;
  const words = invoiceMailWords(business.language);
  const { say, date, page } = readingOf(business, currency);
  return (
    <SharedFrame
      pdf={toSharedInvoicePdf(token, invoiceId)}
      back={{ href: toSharedAccount(token), label: say.backToAccount }}
      business={business}
      title={words.subject(paperWords(invoice).invoice, number, business.name)}
      about={words.dated(date(issuedOn))}
      foot={[words.questions(business.name), page.passOn]}
    >
      <Said said={parseSaid(await searchParams)} business={business} />
      <SharedInvoice invoice={invoice} />
      <DisputeAnswer
        token={token}
        formKey={newFormKey(actor.linkId)}
        invoiceId={invoiceId}
        invoice={invoice}
        dispute={dispute}
        saidOn={dispute && today(actor.zone, asDate(dispute.raisedAt))}
      />
    </SharedFrame>
  );
}
