"use client";
// What the two differ in, one question each: whose terms count afterwards. One is chosen before anybody chooses; choosing a
// looser one says that something is loosened.
import { limitWords } from "@/domain/credit/credit-words.ts";
import {
  sideOf,
  type MergeChoice,
  type MergeDifference,
  type MergeField,
  type MergeSideName,
} from "@/domain/customers/merge-terms.ts";
import { codeWords } from "@/domain/values/terms.ts";
import { STATUS_WORDS } from "@/domain/ledger/account-words.ts";
import { formatAmount, type Cents } from "@/domain/values/money.ts";
import type { RouterOutputs } from "@/server/client.ts";

type Preview = RouterOutputs["merges"]["preview"];
type Side = Preview["from"];
type Props = {
  preview: Preview;
  locale: string;
  choices: readonly MergeChoice[];
  choose: (choice: MergeChoice) => void;
};

const FIELDS: Record<MergeField, string> = {
  terms: "Billing terms",
  status: "Status",
  charging: "May charge to the account",
  limit: "Credit limit",
  discount: "Discount class",
};
const TEXTS = { memo: "Memo", privateNotes: "Private notes" } as const;

export function MergeChoices({ preview, locale, choices, choose }: Props) {
  const { differences, texts, into } = preview;
  if (differences.length === 0 && texts.length === 0) return null;
  return (
    <div className="grid gap-4">
      {differences.map((difference) => (
        <Question
          key={`${difference.field} ${difference.currency}`}
          difference={difference}
          preview={preview}
          locale={locale}
          chosen={sideOf(difference, choices)}
          choose={choose}
        />
      ))}
      {texts.map(({ field, after }) => (
        <div key={field}>
          <p className="text-13 font-medium">
            {TEXTS[field]} of {into.number}, with what {preview.from.number} says
          </p>
          <p className="mt-1 border-l-2 border-line pl-3 whitespace-pre-line wrap-anywhere text-soft">
            {after}
          </p>
        </div>
      ))}
    </div>
  );
}

type QuestionProps = Pick<Props, "preview" | "locale" | "choose"> & {
  difference: MergeDifference;
  chosen: MergeSideName;
};

function Question({ difference, preview, locale, chosen, choose }: QuestionProps) {
  const { field, currency, side: byItself, stricter } = difference;
  const several = preview.after.length > 1 && currency !== null;
  const name = `merge-${field}-${currency ?? ""}`;
  return (
    <fieldset className="grid gap-1">
      <legend className="mb-1 text-13 font-medium">
        {FIELDS[field]}
        {several ? `, ${currency}` : null}
      </legend>
      {(["into", "from"] as const).map((side) => (
        <label key={side} className="flex min-h-8 items-center gap-2.5 touch:min-h-11">
          <input
            type="radio"
            name={name}
            checked={chosen === side}
            onChange={() => choose({ field, currency, side })}
            className="size-4 shrink-0"
          />
          <span>
            {wordsOf(preview[side], difference, locale)}{" "}
            <span className="text-soft">
              as {preview[side].number}
              {side === stricter ? ", the stricter" : null}
            </span>
          </span>
        </label>
      ))}
      {stricter === null || chosen === stricter || chosen === byItself ? null : (
        <p className="text-12 text-soon">Looser than it is on {preview[stricter].number} now.</p>
      )}
    </fieldset>
  );
}

function wordsOf(side: Side, { field, currency }: MergeDifference, locale: string): string {
  if (field === "discount") return side.className ?? "None";
  const decided = currency === null ? undefined : side.decided[currency];
  if (field === "terms" || !decided || currency === null) return codeWords(side.terms);
  if (field === "status") return STATUS_WORDS[decided.status];
  if (field === "charging") return decided.chargingAllowed ? "Yes" : "No";
  const words = limitWords(decided.limit, (amount: Cents) => formatAmount(amount, currency, locale));
  return words.replace(/^./, (first) => first.toUpperCase());
}
