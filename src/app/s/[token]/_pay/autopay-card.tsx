// Autopay behind a statement's link: what was agreed to and what comes next, with the way to stop it; or the form to set it up.
import { autopayWords } from "@/domain/payments/autopay-words.ts";
import type { SeenAutopay } from "@/domain/payments/autopay-seen.ts";
import type { Statement } from "@/domain/statements/statement.ts";
import { Button } from "@/ui/button.tsx";
import { CheckField } from "@/ui/check-field.tsx";
import { Field, SelectField } from "@/ui/field.tsx";
import { toAutopay } from "../_account/links.ts";
import { readingOf } from "../_account/reading.ts";

/** `isOffered`: the business takes payments online. */
type Props = {
  token: string;
  formKey: string;
  statement: Statement;
  autopay: SeenAutopay | null;
  isOffered: boolean;
};

export function AutopayCard({ token, formKey, statement, autopay, isOffered }: Props) {
  if (autopay === null && !isOffered) return null;
  const { business, currency } = statement;
  const say = autopayWords(business.language);
  return (
    <section
      id="autopay"
      aria-labelledby="autopay-title"
      className="mt-4 rounded-card border border-line bg-card px-4 py-4 print:hidden"
    >
      <h2 id="autopay-title" className="font-semibold">
        {say.title}
      </h2>
      <form method="post" action={toAutopay(token)} encType="multipart/form-data" className="grid gap-3">
        <input type="hidden" name="key" value={formKey} />
        {autopay ? (
          <Agreed autopay={autopay} business={business} currency={currency} />
        ) : (
          <Setup business={business} currency={currency} />
        )}
      </form>
    </section>
  );
}

type PartProps = { business: Statement["business"]; currency: string };

function Agreed({ autopay, business, currency }: PartProps & { autopay: SeenAutopay }) {
  const say = autopayWords(business.language);
  const { money, date } = readingOf(business, currency);
  const { autopayId, isActive, onDay, mostCents, paidBy, nextOn, told } = autopay;
  return (
    <>
      <input type="hidden" name="what" value="stop" />
      <input type="hidden" name="autopay" value={autopayId} />
      <div className="text-soft">
        {isActive ? (
          <p>
            {say.active(onDay, paidBy)} {mostCents === null ? null : say.atMost(money(mostCents))}
          </p>
        ) : (
          <p>{say.waiting}</p>
        )}
        {isActive && told === null ? <p>{say.next(date(nextOn))}</p> : null}
        {told ? (
          <p className="font-medium text-ink">{say.told(money(told.amountCents), date(told.on))}</p>
        ) : null}
      </div>
      <div>
        <Button type="submit">{say.stop}</Button>
      </div>
    </>
  );
}

const DAYS = Array.from({ length: 28 }, (_, at) => at + 1);

function Setup({ business, currency }: PartProps) {
  const say = autopayWords(business.language);
  return (
    <>
      <input type="hidden" name="what" value="start" />
      <p className="max-w-prose text-soft">{say.lead}</p>
      <div className="grid max-w-lg grid-cols-2 items-start gap-4">
        <SelectField label={say.day} name="day" defaultValue={1}>
          {DAYS.map((of) => (
            <option key={of} value={of}>
              {of}
            </option>
          ))}
        </SelectField>
        <Field
          label={`${say.most}, ${currency}`}
          name="most"
          inputMode="decimal"
          maxLength={30}
          hint={say.mostHint}
          autoComplete="off"
        />
      </div>
      <div className="max-w-prose">
        <CheckField name="agreed" value="yes" required label={say.consent(business.name)} />
      </div>
      <div>
        <Button type="submit">{say.send}</Button>
      </div>
    </>
  );
}
