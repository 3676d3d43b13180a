"use client";
// What is to be said of one paper: whether it is what was issued, and what was checked for that.
import { Fragment } from "react";
import { dayLocale, type Language } from "@/domain/language/language.ts";
import { verifyWords, type VerifyWords } from "@/domain/language/verify-words.ts";
import { codeOf } from "@/domain/statements/seal.ts";
import type { Checked, Fault, Verified } from "@/domain/statements/verify-statement.ts";
import { formatDay } from "@/domain/values/day-words.ts";
import { cents, formatMoney, type Cents } from "@/domain/values/money.ts";
import { Button } from "@/ui/button.tsx";
import { Card } from "@/ui/card.tsx";
import { Notice } from "@/ui/notice.tsx";
import type { Answer } from "./ask-standing.ts";

/** `answer`: of the books; null where they weren't asked. */
export type Paper = { name: string; verified: Verified; answer: Answer | null };

type Props = { language: Language; paper: Paper; askAgain: () => void };

export function PaperCard({ language, paper, askAgain }: Props) {
  const say = verifyWords(language);
  const { verified, name, answer } = paper;
  if (verified.kind !== "checked") {
    const [title, more] =
      verified.kind === "unproven" ? [say.unproven, say.unprovenMore] : [say.unreadable, say.unreadableMore];
    return (
      <Notice tone="soon" title={title}>
        <p className="wrap-anywhere">{name}</p>
        <p className="text-soft">{more}</p>
      </Notice>
    );
  }
  const { business, number } = verified.statement;
  return (
    <Card padded>
      <h2 className="mb-3 font-semibold wrap-anywhere">{say.statement(number ?? "", business.name)}</h2>
      <Verdict say={say} checked={verified} answer={answer} language={language} askAgain={askAgain} />
      <p className="mt-4 text-13 text-soft">{say.code}</p>
      <p className="font-mono text-16 font-medium">{codeOf(verified.seal)}</p>
      <p className="text-13 text-soft">{say.compare}</p>
      {verified.faults.length === 0 ? <WhatItAsks say={say} statement={verified.statement} /> : null}
      {verified.faults.length === 0 ? <WhatWasChecked say={say} checked={verified} /> : null}
    </Card>
  );
}

type VerdictProps = {
  say: VerifyWords;
  language: Language;
  checked: Checked;
  answer: Answer | null;
  askAgain: () => void;
};

function Verdict({ say, language, checked, answer, askAgain }: VerdictProps) {
  const { business } = checked.statement;
  if (checked.faults.length > 0)
    return (
      <Notice tone="late" title={say.altered}>
        <ul className="list-disc pl-5">
          {checked.faults.slice(0, 20).map((fault) => (
            <li key={JSON.stringify(fault)} className="wrap-anywhere">
              {faultWords(say, checked, fault)}
            </li>
          ))}
        </ul>
      </Notice>
    );
  if (answer === null || answer.kind === "offline" || answer.kind === "busy")
    return (
      <Notice tone="soon" title={say.offline}>
        <p>{say.offlineMore(business.name)}</p>
        {answer?.kind === "busy" ? <p>{say.busy}</p> : null}
        <p className="mt-2">
          <Button onClick={askAgain}>{say.askNow}</Button>
        </p>
      </Notice>
    );
  if (answer.kind === "unknown")
    return (
      <Notice tone="soon" title={say.unknown}>
        {say.unknownMore(business.name)}
      </Notice>
    );
  if (answer.kind === "changed")
    return (
      <Notice tone="late" title={say.changed(business.name)}>
        {answer.events.length > 0 ? <p>{say.changedEvents(answer.events.join(", "))}</p> : null}
        {answer.statements.length > 0 ? <p>{say.changedStatements(answer.statements.join(", "))}</p> : null}
      </Notice>
    );
  const date = formatDay(answer.issuedOn, dayLocale(language, business.locale));
  return (
    <Notice tone="good" title={say.stands(business.name)}>
      <p>{say.standsMore(date)}</p>
      <p>{say.pagesAside}</p>
    </Notice>
  );
}

/** What is asked for, out of what was checked: somebody may have painted over the pages. */
function WhatItAsks({ say, statement }: { say: VerifyWords; statement: Checked["statement"] }) {
  const { business, closingCents, currency, payment, brand } = statement;
  const remitTo = brand && brand.remitTo.length > 0 ? brand.remitTo : business.addressLines;
  const facts = [
    [say.amountDue, formatMoney(cents(Math.max(0, closingCents)), currency, business.locale)],
    [say.payTo, [business.name, ...remitTo].join(", ")],
    ["IBAN", payment?.iban ?? ""],
    [say.reference, payment?.reference ?? ""],
  ] as const;
  return (
    <dl className="mt-4 grid gap-x-4 gap-y-1 desk:grid-cols-[max-content_1fr]">
      {facts
        .filter(([, value]) => value !== "")
        .map(([name, value]) => (
          <Fragment key={name}>
            <dt className="text-13 text-soft">{name}</dt>
            <dd className="wrap-anywhere tabular-nums">{value}</dd>
          </Fragment>
        ))}
    </dl>
  );
}

function faultWords(say: VerifyWords, { statement }: Checked, fault: Fault): string {
  if (fault.at === "line") {
    const line = statement.lines[fault.row - 1];
    return say.line(fault.row, line ? line.description : say.goneRow);
  }
  if (fault.at === "open-item") {
    const item = statement.openItems[fault.row - 1];
    return say.openItem(fault.row, item ? item.number : say.goneRow);
  }
  return fault.at === "event" ? say.event(fault.eventId) : say[fault.at];
}

function WhatWasChecked({ say, checked: { statement, proof } }: { say: VerifyWords; checked: Checked }) {
  const { lines, openItems, openingCents, closingCents, aging, business, currency } = statement;
  const money = (amount: Cents) => formatMoney(amount, currency, business.locale);
  const told = [
    say.lines(lines.length, money(openingCents), money(closingCents)),
    say.items(openItems.length, money(aging.totalCents), money(aging.netCents)),
    // Of an account on which nothing happened there is no chain to speak of.
    ...(proof.events.length > 0 ? [say.events(proof.events.length)] : []),
    proof.previous ? say.before(proof.previous.number) : say.first,
  ];
  return (
    <>
      <h3 className="mt-4 text-13 font-medium">{say.checked}</h3>
      <ul className="list-disc pl-5 text-13 text-soft">
        {told.map((each) => (
          <li key={each}>{each}</li>
        ))}
      </ul>
    </>
  );
}
