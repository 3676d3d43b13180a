// What a statement's reader may say below it: when they will pay, where something is owed, and that they have seen it.
import { PROMISE_DAYS } from "@/domain/collections/promise.ts";
import { answerWords } from "@/domain/collections/answer-words.ts";
import type { Statement } from "@/domain/statements/statement.ts";
import { addDays, type Day } from "@/domain/values/day.ts";
import type { StatementNow } from "@/server/shared-account.ts";
import { CheckField } from "@/ui/check-field.tsx";
import { Field } from "@/ui/field.tsx";
import { readingOf } from "../_account/reading.ts";
import { AnswerForm } from "./answer-form.tsx";

type Props = { token: string; formKey: string; today: Day; statement: Statement; now: StatementNow };

export function StatementAnswers(props: Props) {
  const { now, statement, token, formKey } = props;
  const { seen } = answerWords(statement.business.language);
  const { name } = statement.business;
  return (
    <div className="mt-4 grid items-start gap-4 desk:mt-6 desk:grid-cols-2">
      {/* A promise is of one account. */}
      {now.since.nowCents > 0 && !statement.accounts ? <PromiseForm {...props} /> : null}
      {now.openedAt === null ? (
        <AnswerForm token={token} formKey={formKey} answer="seen" title={seen.title} send={seen.send}>
          <CheckField name="seen" value="yes" required label={seen.tick(name)} />
        </AnswerForm>
      ) : (
        <p className="rounded-card border border-line bg-card px-4 py-4 text-soft print:hidden">
          {seen.done(name)}
        </p>
      )}
    </div>
  );
}

function PromiseForm({ token, formKey, today, statement, now: { promise, since } }: Props) {
  const { business, currency } = statement;
  const { promise: say } = answerWords(business.language);
  const { money, date } = readingOf(business, currency);
  const lead =
    promise === null
      ? say.lead(business.name)
      : promise.amountCents === null
        ? say.standing(date(promise.promisedOn))
        : say.standingAmount(money(promise.amountCents), date(promise.promisedOn));
  return (
    <AnswerForm
      token={token}
      formKey={formKey}
      answer="promise"
      title={promise === null ? say.title : say.change}
      lead={lead}
      send={say.send}
    >
      <Field label={say.day} name="day" type="date" required min={today} max={addDays(today, PROMISE_DAYS)} />
      <Field
        label={say.amount}
        name="amount"
        inputMode="decimal"
        maxLength={30}
        hint={say.amountHint(money(since.nowCents))}
        autoComplete="off"
      />
    </AnswerForm>
  );
}
