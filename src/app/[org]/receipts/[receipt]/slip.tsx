// A receipt as it reads on paper: who sold it, each line with its sum, tax, total, how it was paid, and the change.
import { formatPercent } from "@/domain/values/percent-words.ts";
import { priceText } from "@/domain/values/decimal.ts";
import { typedNumber } from "@/domain/values/written-number.ts";
import { ZERO, formatAmount, minorDigits, minus, type Cents } from "@/domain/values/money.ts";
import {
  changeOf,
  dueOf,
  soldWhen,
  tenderName,
  type ReceiptPageLine,
  type ReceiptPage,
} from "@/domain/receipts/receipt-page.ts";
import { SignatureDrawing } from "@/ui/signature-drawing.tsx";
import type { DateStyle } from "@/ui/instant.tsx";
import { WhatWasShown } from "../../_signed/what-was-shown.tsx";

type Props = { receipt: ReceiptPage; place: DateStyle };
type Write = (amount: Cents) => string;
/** A quantity, a price or a rate, which comes as files write it. */
type WritePlain = (plain: string) => string;

export function Slip({ receipt, place }: Props) {
  const { business, customer, currency, note } = receipt;
  const write: Write = (amount) => formatAmount(amount, currency, place.locale);
  const number: WritePlain = (plain) => typedNumber(plain, place.locale);
  return (
    <article
      aria-label="The receipt"
      className="grid gap-4 rounded-card border border-line bg-card p-5 desk:p-7 print:border-0 print:p-0"
    >
      <header className="grid justify-items-center gap-0.5 text-center">
        <p className="text-16 font-semibold">{business.name}</p>
        {business.addressLines.map((line) => (
          <p key={line} className="text-13 text-soft">
            {line}
          </p>
        ))}
        <p className="text-13 text-soft">
          {receipt.number} · {soldWhen(receipt, place.locale, place.zone)}
        </p>
      </header>
      {customer ? (
        <p className="text-13">
          <span className="text-soft">{receipt.kind === "return" ? "Returned by" : "Sold to"}</span>{" "}
          {customer.name}, {customer.number}
        </p>
      ) : null}
      {receipt.buyer || receipt.poNumber ? (
        <p className="text-13 wrap-anywhere">
          {receipt.buyer ? (
            <>
              <span className="text-soft">Ordered by</span> {receipt.buyer}
            </>
          ) : null}
          {receipt.buyer && receipt.poNumber ? " · " : null}
          {receipt.poNumber ? (
            <>
              <span className="text-soft">Purchase order</span> {receipt.poNumber}
            </>
          ) : null}
        </p>
      ) : null}
      {receipt.lines.length > 0 ? <Lines receipt={receipt} write={write} number={number} /> : null}
      <Totals receipt={receipt} write={write} locale={place.locale} />
      <Tenders receipt={receipt} write={write} />
      <Signed receipt={receipt} locale={place.locale} write={write} />
      {note ? <p className="border-t border-line pt-3 text-13 text-soft wrap-anywhere">{note}</p> : null}
    </article>
  );
}

type FiguresProps = { receipt: ReceiptPage; write: Write; number: WritePlain };

function Lines({ receipt, write, number }: FiguresProps) {
  return (
    <ul aria-label="What was sold" className="grid gap-2 border-t border-dashed border-line pt-3">
      {receipt.lines.map((line) => (
        <li key={line.line} className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-4">
          <span className="font-medium wrap-anywhere">{line.description}</span>
          <span className="font-medium tabular-nums">{write(line.totalCents)}</span>
          <span className="col-span-2 text-13 text-soft">
            <Counted line={line} receipt={receipt} write={write} number={number} />
          </span>
        </li>
      ))}
    </ul>
  );
}

function Counted({ line, receipt, write, number }: FiguresProps & { line: ReceiptPageLine }) {
  const price = priceText(line.unitPrice, minorDigits(receipt.currency));
  const unit = line.unit ? ` ${line.unit}` : "";
  const parts = [
    `${number(line.quantity)}${unit} × ${number(price)}`,
    line.discountCents > 0 ? `less ${write(line.discountCents)}` : "",
    line.sku,
    receipt.taxes.length > 0 && !line.taxable ? "not taxed" : "",
  ];
  return <>{parts.filter(Boolean).join(" · ")}</>;
}

function Totals({ receipt, write, locale }: Omit<FiguresProps, "number"> & { locale: string }) {
  const { subtotalCents, totalCents, onAccountCents, taxes, noTaxSet } = receipt;
  const bought = receipt.lines.length > 0;
  return (
    <dl className="grid gap-1 border-t border-dashed border-line pt-3 tabular-nums">
      {bought && taxes.length > 0 ? (
        <>
          <Row name="Subtotal" value={write(subtotalCents)} />
          {taxes.map(({ name, agency, rate, taxCents }) => (
            <Row
              key={`${agency} ${name}`}
              name={`${name} ${formatPercent(rate, locale)}`}
              value={write(taxCents)}
            />
          ))}
        </>
      ) : null}
      {bought && noTaxSet ? <Row name="Tax" value="no tax set" /> : null}
      {bought ? <Row name="Total" value={write(totalCents)} strong={onAccountCents === ZERO} /> : null}
      {onAccountCents > 0 ? (
        <>
          <Row name="Payment on account" value={write(onAccountCents)} />
          <Row name="To pay" value={write(dueOf(receipt))} strong />
        </>
      ) : null}
    </dl>
  );
}

function Tenders({ receipt, write }: { receipt: ReceiptPage; write: Write }) {
  const change = changeOf(receipt);
  const { balance, kind } = receipt;
  return (
    <dl className="grid gap-1 border-t border-dashed border-line pt-3 tabular-nums">
      {receipt.tenders.map((tender, at) => (
        <Row key={at} name={tenderName(tender, kind)} value={write(tender.givenCents)} />
      ))}
      {change > 0 ? <Row name="Change" value={write(change)} strong /> : null}
      {balance ? (
        <>
          <Row name="Account before" value={signed(balance.beforeCents, write)} />
          <Row name="Account now" value={signed(balance.afterCents, write)} />
        </>
      ) : null}
    </dl>
  );
}

type SignedProps = { receipt: ReceiptPage; locale: string; write: Write };

function Signed({ receipt: { signature, customer }, locale, write }: SignedProps) {
  if (!signature) return null;
  const name = signature.name || (customer?.name ?? "");
  return (
    <div className="grid gap-1 border-t border-dashed border-line pt-3">
      <p className="text-13">
        <span className="text-soft">Signed by</span> {name}
        {signature.shown ? (
          <span className="text-soft"> for {write(signature.shown.amountCents)}</span>
        ) : null}
        {signature.way === "phone" ? <span className="text-soft">, on their phone</span> : null}
      </p>
      <SignatureDrawing path={signature.path} label={`Signature of ${name}`} />
      <WhatWasShown shown={signature.shown} locale={locale} />
    </div>
  );
}

/** The account's net: below zero it is the customer's money. */
const signed = (amount: Cents, write: Write) =>
  amount < 0 ? `credit ${write(minus(ZERO, amount))}` : write(amount);

function Row({ name, value, strong = false }: { name: string; value: string; strong?: boolean }) {
  return (
    <div className={`flex justify-between gap-6 ${strong ? "text-16 font-semibold" : ""}`}>
      <dt className={strong ? "" : "text-soft"}>{name}</dt>
      <dd className="whitespace-nowrap">{value}</dd>
    </div>
  );
}
