// An invoice or a credit memo as its customer sees it behind the link in their mail: as it was issued, with what has been paid
// on it until now.
import { formatPercent } from "@/domain/values/percent-words.ts";
import { paperWords } from "@/domain/language/credit-memo-words.ts";
import { documentWords } from "@/domain/language/document-words.ts";
import type { InvoiceWords } from "@/domain/language/invoice-words.ts";
import { dayLocale, languageTag } from "@/domain/language/language.ts";
import type { InvoicePaper, PaperLine } from "@/domain/invoices/invoice-paper.ts";
import { formatDay } from "@/domain/values/day-words.ts";
import { ZERO, formatAmount, formatMoney, minus, negative, type Cents } from "@/domain/values/money.ts";
import { typedNumber } from "@/domain/values/written-number.ts";
import { SignatureDrawing } from "@/ui/signature-drawing.tsx";
import { StaticTable } from "@/ui/static-table.tsx";
import type { StaticColumn } from "@/ui/static-rows.ts";

export function SharedInvoice({ invoice }: { invoice: InvoicePaper }) {
  const { business, customer, billingAddress, number, currency, notes } = invoice;
  const say = paperWords(invoice);
  const [name = customer.name, ...address] = billingAddress;
  return (
    <article
      lang={languageTag(business.language, business.locale)}
      aria-label={say.title(number, customer.name)}
      className="overflow-clip rounded-card border border-line bg-card print:rounded-none print:border-0"
    >
      <header className="grid gap-6 px-4 py-5 desk:grid-cols-2 desk:py-6 print:grid-cols-2">
        <Party name={business.name} lines={business.addressLines} />
        <Facts invoice={invoice} say={say} />
        <Party name={name} lines={address} />
        <Due invoice={invoice} say={say} />
      </header>
      <section aria-labelledby="lines" className="border-t border-line">
        <h2 id="lines" className="px-4 pt-4 pb-2 font-semibold">
          {say.lines}
        </h2>
        <StaticTable
          caption={`${say.lines}, ${currency}`}
          columns={columns(invoice, say)}
          rows={invoice.lines.map((line, at) => ({ ...line, at }))}
          rowId={(line) => `line-${line.at}`}
        />
        <Totals invoice={invoice} say={say} />
      </section>
      {notes ? (
        <section aria-labelledby="notes" className="border-t border-line px-4 py-4">
          <h2 id="notes" className="mb-1 font-semibold">
            {say.notes}
          </h2>
          <p className="wrap-anywhere whitespace-pre-line">{notes}</p>
        </section>
      ) : null}
      <Signed invoice={invoice} say={say} />
      <HowToPay invoice={invoice} say={say} />
    </article>
  );
}

type Part = { invoice: InvoicePaper; say: InvoiceWords };

function Party({ name, lines }: { name: string; lines: readonly string[] }) {
  return (
    <div className="min-w-0 wrap-anywhere">
      <p className="font-semibold">{name}</p>
      {lines.map((line, at) => (
        <p key={at}>{line}</p>
      ))}
    </div>
  );
}

const isOpen = ({ openCents, isVoid, credits }: InvoicePaper): boolean =>
  openCents > 0 && !isVoid && credits === null;

function Facts({ invoice, say }: Part) {
  const { business, number, issuedOn, dueOn, job, poNumber, buyer, customer, credits } = invoice;
  const date = (day: typeof issuedOn) => formatDay(day, dayLocale(business.language, business.locale));
  const facts = [
    [say.number, number],
    [say.dated, date(issuedOn)],
    [say.due, credits === null ? date(dueOn) : ""],
    [say.customer, customer.number],
    [say.job, job ? `${job.number} ${job.name}` : ""],
    [say.po, poNumber],
    [say.orderedBy, buyer],
  ] as const;
  return (
    <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1 justify-self-start desk:justify-self-end">
      {facts.map(([name, value]) =>
        value === "" ? null : (
          <div key={name} className="contents">
            <dt className="text-soft">{name}</dt>
            <dd className="wrap-anywhere">{value}</dd>
          </div>
        ),
      )}
    </dl>
  );
}

function Due({ invoice, say }: Part) {
  const { business, currency, dueOn, openCents, totalCents, isVoid, credits } = invoice;
  const open = isOpen(invoice);
  const due = formatDay(dueOn, dayLocale(business.language, business.locale));
  const beside = credits === null ? say.settledInFull : say.credits(credits);
  return (
    <div className="desk:text-right">
      <p className="text-12 text-soft">{open ? say.toPay : say.total}</p>
      <p className="text-20 font-semibold tabular-nums">
        {formatMoney(open ? openCents : totalCents, currency, business.locale)}
      </p>
      <p className={isVoid ? "font-medium text-late" : ""}>
        {isVoid ? say.void : open ? `${say.due} ${due}` : beside}
      </p>
    </div>
  );
}

type Line = PaperLine & { at: number };

function columns(
  { lines, currency, business, retainageCents }: InvoicePaper,
  say: InvoiceWords,
): StaticColumn<Line>[] {
  const write = (amount: Cents) => ({ text: formatAmount(amount, currency, business.locale) });
  const isItem = (line: Line) => line.kind === "item";
  const isCounted = lines.some((line) => line.kind === "item" && (line.quantity !== "1" || line.unit !== ""));
  const quantity: StaticColumn<Line> = {
    key: "quantity",
    head: say.quantity,
    place: "sub",
    numeric: true,
    cell: (line) =>
      isItem(line)
        ? { text: [typedNumber(line.quantity, business.locale), line.unit].filter(Boolean).join(" ") }
        : null,
  };
  const held: StaticColumn<Line> = {
    key: "held",
    head: say.held,
    place: "sub-end",
    label: say.held,
    numeric: true,
    cell: (line) => (line.retainageCents > 0 ? write(line.retainageCents) : null),
  };
  return [
    {
      key: "what",
      head: say.description,
      place: "lead",
      rowHead: true,
      wraps: true,
      cell: (line) => ({ text: line.kind === "subtotal" ? say.subtotal : line.description }),
    },
    ...(isCounted ? [quantity] : []),
    ...(retainageCents > 0 ? [held] : []),
    {
      key: "total",
      head: say.amount,
      place: "lead-end",
      numeric: true,
      cell: (line) => (line.kind === "text" ? null : write(line.totalCents)),
    },
  ];
}

function Totals({ invoice, say }: Part) {
  const { business, currency, subtotalCents, taxes, taxCents, retainageCents, totalCents, openCents } =
    invoice;
  const { early } = invoice;
  const days = dayLocale(business.language, business.locale);
  const settledCents = invoice.isVoid ? ZERO : minus(totalCents, openCents);
  const write = (amount: Cents) => formatAmount(amount, currency, business.locale);
  const byRate = taxes.map(({ name, agency, rate, baseCents, taxCents: each }): [string, Cents] => [
    say.taxOn(
      `${[name, agency].filter(Boolean).join(", ")} ${formatPercent(rate, business.locale)}`,
      write(baseCents),
    ),
    each,
  ]);
  const taxed: [string, Cents][] = byRate.length > 0 ? byRate : taxCents > 0 ? [[say.tax, taxCents]] : [];
  const parts: [name: string, amount: Cents, strong?: boolean][] = [
    [say.subtotal, subtotalCents],
    ...taxed,
    ...(retainageCents > 0 ? [[say.retainage, negative(retainageCents)] satisfies [string, Cents]] : []),
    [say.total, totalCents, true],
    ...(settledCents > 0
      ? ([
          [say.settled, negative(settledCents)],
          [say.left, openCents, true],
        ] satisfies [string, Cents, boolean?][])
      : []),
    ...(early
      ? [[say.early(formatDay(early.untilOn, days)), early.payableCents] satisfies [string, Cents]]
      : []),
  ];
  return (
    <dl className="ml-auto grid max-w-96 gap-1 px-4 py-3 max-desk:max-w-none">
      {parts.map(([name, amount, strong]) => (
        <div
          key={name}
          className={`flex justify-between gap-6 ${strong ? "border-t border-line pt-1 font-semibold" : ""}`}
        >
          <dt className={strong ? "" : "text-soft"}>{name}</dt>
          <dd className="tabular-nums">{write(amount)}</dd>
        </div>
      ))}
    </dl>
  );
}

function Signed({ invoice: { signature, customer }, say }: Part) {
  if (!signature) return null;
  const words = say.signedBy(signature.name || customer.name);
  return (
    <section aria-labelledby="signed" className="grid gap-1 border-t border-line px-4 py-4">
      <h2 id="signed" className="font-semibold">
        {words}
      </h2>
      {signature.shown ? <p className="text-13 text-soft wrap-anywhere">{signature.shown.words}</p> : null}
      <SignatureDrawing path={signature.path} label={words} />
    </section>
  );
}

function HowToPay({ invoice, say }: Part) {
  const { business, customer, number, isVoid } = invoice;
  const words = documentWords(business.language);
  const open = isOpen(invoice);
  const told = open
    ? [words.paper.payTo(business.name), business.addressLines.join(", "), say.quote(customer.number, number)]
    : [isVoid ? say.voided : say.settledInFull];
  return (
    <section aria-labelledby="how-to-pay" className="border-t border-line px-4 py-4">
      <h2 id="how-to-pay" className="mb-1 font-semibold">
        {open ? words.paper.howToPay : words.nothingToPay}
      </h2>
      {told.filter(Boolean).map((line) => (
        <p key={line} className="wrap-anywhere">
          {line}
        </p>
      ))}
    </section>
  );
}
