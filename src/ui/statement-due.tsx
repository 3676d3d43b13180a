// What a statement asks for, above its tables: how much, by when, and how much less where it is paid early.
import { documentWords, type DocumentWords } from "@/domain/language/document-words.ts";
import { dayLocale } from "@/domain/language/language.ts";
import type { StatementScreen } from "@/domain/statements/statement-pages.ts";
import { amountDue, finalDue, type StatementHead } from "@/domain/statements/statement.ts";
import type { Day } from "@/domain/values/day.ts";
import { formatDay } from "@/domain/values/day-words.ts";
import { formatMoney, type Cents } from "@/domain/values/money.ts";

/** The one figure the reader looks for; in credit it says so, and asks for nothing. */
export function StatementDue({ statement }: { statement: StatementScreen }) {
  const { business, currency, closingCents, nextDueOn: due } = statement;
  const inCredit = closingCents < 0;
  const figure = inCredit ? (-closingCents as Cents) : amountDue(statement);
  const overdue = due !== null && due < statement.asOf;
  const words = documentWords(business.language);
  const { amountDue: asked, page: say } = words;
  const early = finalDue(statement);
  return (
    <div className="self-start rounded-card bg-hover px-4 py-3 max-desk:order-first max-desk:justify-self-stretch desk:min-w-64 print:order-none print:border print:border-line">
      <p className="text-13 text-soft">{inCredit ? say.inFavour : asked}</p>
      <p className="text-28 font-semibold tracking-tight">{formatMoney(figure, currency, business.locale)}</p>
      {figure > 0 && !inCredit && due ? (
        <p className={`text-13 ${overdue ? "text-late" : "text-soft"}`}>
          {say.due[lateness(statement, overdue)](dayOn(statement, due))}
        </p>
      ) : null}
      {early ? (
        <p className="text-13">
          {words.finalDue(dayOn(statement, early.untilOn))}:{" "}
          <span className="font-medium">{formatMoney(early.amountCents, currency, business.locale)}</span>
        </p>
      ) : null}
      {inCredit || figure > 0 ? null : <p className="text-13 text-soft">{say.thanks}</p>}
    </div>
  );
}

function lateness(statement: StatementHead, overdue: boolean): keyof DocumentWords["page"]["due"] {
  if (!overdue) return "no";
  return statement.aging.current > 0 ? "partly" : "all";
}

export const dayOn = ({ business }: StatementHead, of: Day): string =>
  formatDay(of, dayLocale(business.language, business.locale));
