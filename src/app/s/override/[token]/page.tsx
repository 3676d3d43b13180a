// What a mailed link about an override opens: what is asked, what the account stands at, and a form to answer. Opening it changes
// nothing; it needs no script and no session.
import type { Metadata, Route } from "next";
import { z } from "zod";
import { OVERRIDE_CAUSE, minutesWords } from "@/domain/credit/override-words.ts";
import { OVERRIDE_MINUTES, USUAL_MINUTES } from "@/domain/credit/override.ts";
import { readParams } from "@/domain/lists/search-params.ts";
import { formatInstant } from "@/domain/values/instant.ts";
import { formatAmount, plus, type Cents } from "@/domain/values/money.ts";
import { answerGiven, openOverrideLink, type MailedOverride } from "@/server/override-link.ts";
import { from } from "@/server/wire/request.ts";
import { Button } from "@/ui/button.tsx";
import { CheckField } from "@/ui/check-field.tsx";
import { SelectField } from "@/ui/field.tsx";

export const metadata: Metadata = {
  title: { absolute: "Override" },
  referrer: "no-referrer",
  robots: { index: false, follow: false, noarchive: true },
};

export default async function OverridePage({ params, searchParams }: PageProps<"/s/override/[token]">) {
  const { token } = await params;
  const { done } = readParams({ done: z.string().max(80) }, await searchParams);
  const answer = answerGiven(token, done);
  const mail = answer ? null : await openOverrideLink(token, await from());
  return (
    <main className="mx-auto grid max-w-prose gap-4 px-4 py-8 desk:py-16">
      {mail === null || mail === "sign-in" ? (
        <Over done={mail ?? answer} />
      ) : (
        <Ask mail={mail} token={token} />
      )}
    </main>
  );
}

function Over({ done }: { done: "approve" | "decline" | "sign-in" | null }) {
  const [title, words] =
    done === "approve"
      ? ["Approved", "Whoever asked can record the charge now. You can close this page."]
      : done === "decline"
        ? ["Declined", "Whoever asked is told at the counter. You can close this page."]
        : done === "sign-in"
          ? [
              "Sign in to answer",
              "This business asks for a second step when you sign in. Do that; what waits is under Customers, Credit customers, Overrides.",
            ]
          : [
              "Nothing to answer here",
              "This override was answered, waited for too long, or isn’t yours to answer any more. Sign in to see all of them.",
            ];
  return (
    <>
      <h1 className="text-20 font-semibold">{title}</h1>
      <p role="status">{words}</p>
    </>
  );
}

function Ask({
  mail: { business, person, override, ...now },
  token,
}: {
  mail: MailedOverride;
  token: string;
}) {
  const { currency, amountCents, customerName, customerNumber, jobName, cause, reason, askedBy } = override;
  const write = (amount: Cents) => formatAmount(amount, currency, business.locale);
  const { canCharge: can } = now;
  const facts: [string, string][] = [
    ["Customer", `${customerName} (${customerNumber})`],
    ...(jobName === null ? [] : [["Job", jobName] as [string, string]]),
    [override.what === "invoice" ? "Invoice" : "Charge", `${write(amountCents)} ${currency}`],
    ["Why it is refused", OVERRIDE_CAUSE[cause]],
    ["Reason given", reason],
    ["Asked by", `${askedBy}, ${formatInstant(override.askedAt, business.locale, business.zone)}`],
    ["Owes now", write(now.balanceCents)],
    ["Would owe", write(plus(now.balanceCents, amountCents))],
    [
      "Can charge now",
      can.kind === "amount" ? write(can.amountCents) : can.kind === "refused" ? "Nothing" : "No upper limit",
    ],
  ];
  return (
    <>
      <p className="text-13 text-soft">{business.name}</p>
      <h1 className="text-20 font-semibold">
        Let {customerName} charge {write(amountCents)} {currency}?
      </h1>
      <dl className="grid gap-2 rounded-card border border-line bg-card p-4">
        {facts.map(([name, value]) => (
          <div key={name} className="grid gap-x-4 desk:grid-cols-[10rem_minmax(0,1fr)]">
            <dt className="text-soft">{name}</dt>
            <dd className="wrap-anywhere">{value}</dd>
          </div>
        ))}
      </dl>
      <form
        method="post"
        action={`/s/override/${encodeURIComponent(token)}/now` as Route}
        aria-label="Answer"
        className="grid gap-4"
      >
        <input type="hidden" name="key" value={now.formKey} />
        <div className="max-w-56">
          <SelectField label="Can be used for" name="minutes" defaultValue={String(USUAL_MINUTES)}>
            {OVERRIDE_MINUTES.map((each) => (
              <option key={each} value={each}>
                {minutesWords(each)}
              </option>
            ))}
          </SelectField>
        </div>
        <CheckField
          name="sure"
          value="yes"
          label={`I, ${person}, let this one charge pass. It is kept with my name.`}
        />
        <div className="flex flex-wrap gap-2">
          <Button type="submit" variant="primary" name="answer" value="approve">
            Approve
          </Button>
          <Button type="submit" name="answer" value="decline">
            Decline
          </Button>
        </div>
      </form>
    </>
  );
}
