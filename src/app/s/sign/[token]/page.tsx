// What the code on a counter's screen opens on the customer's phone: what is sold, for how much, and where to sign. It needs no
// session, and opens nothing once it was signed or a quarter of an hour has passed. It speaks the language of the business's papers.
import type { Metadata } from "next";
import { headers } from "next/headers";
import { z } from "zod";
import { languageAskedFor, type Language } from "@/domain/language/language.ts";
import { signWords, type SignWords } from "@/domain/language/sign-words.ts";
import { readParams } from "@/domain/lists/search-params.ts";
import type { SignedStatement } from "@/domain/receipts/signed-statement.ts";
import { formatAmount, formatMoney } from "@/domain/values/money.ts";
import { languageOfSigning, openSignLink, wasSigned, type OpenToSign } from "@/server/sign-link.ts";
import { from } from "@/server/wire/request.ts";
import { SignForm } from "./sign-form.tsx";

type Props = PageProps<"/s/sign/[token]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const say = signWords(await languageOf(decodeURIComponent((await params).token)));
  return {
    title: { absolute: say.title },
    referrer: "no-referrer",
    robots: { index: false, follow: false, noarchive: true },
  };
}

const languageOf = async (token: string): Promise<Language> =>
  (await languageOfSigning(token, await from())) ??
  languageAskedFor((await headers()).get("accept-language"));

export default async function SignPage({ params, searchParams }: Props) {
  const token = decodeURIComponent((await params).token);
  const { done } = readParams({ done: z.string().max(80) }, await searchParams);
  const isDone = wasSigned(token, done);
  const open = isDone ? null : await openSignLink(token, await from());
  const language = open?.language ?? (await languageOf(token));
  const say = signWords(language);
  return (
    <main lang={language} className="mx-auto grid max-w-prose gap-4 px-4 py-6 desk:py-16">
      {open ? <ToBeSigned open={open} token={token} say={say} /> : <Over isDone={isDone} say={say} />}
    </main>
  );
}

function Over({ isDone, say }: { isDone: boolean; say: SignWords }) {
  return (
    <>
      <h1 className="text-20 font-semibold">{isDone ? say.signed : say.nothing}</h1>
      <p role="status">{isDone ? say.thanks : say.over}</p>
    </>
  );
}

type ToBeSigned = { open: OpenToSign; token: string; say: SignWords };

function ToBeSigned({ open: { business, sale, formKey }, token, say }: ToBeSigned) {
  const amount = formatMoney(sale.amountCents, sale.currency, business.locale);
  return (
    <>
      <p className="text-13 text-soft">{sale.business}</p>
      <h1 className="text-20 font-semibold">{say.ask(amount)}</h1>
      <Whose sale={sale} say={say} />
      {sale.lines.length > 0 ? <Lines sale={sale} locale={business.locale} say={say} /> : null}
      <p className="text-13">{sale.words}</p>
      <SignForm
        token={token}
        formKey={formKey}
        say={{
          title: say.title,
          name: say.name,
          here: say.here,
          clear: say.clear,
          missing: say.missing,
          send: say.send(sale.business),
        }}
      />
    </>
  );
}

/** Whose account it is, who ordered, and on what. */
function Whose({ sale: { customer, buyer, poNumber }, say }: { sale: SignedStatement; say: SignWords }) {
  const told: [string, string][] = [
    [say.account, customer],
    [say.orderedBy, buyer],
    [say.po, poNumber],
  ];
  return (
    <dl className="grid gap-1 text-13">
      {told
        .filter(([, value]) => value !== "")
        .map(([name, value]) => (
          <div key={name} className="flex flex-wrap gap-x-2">
            <dt className="text-soft">{name}</dt>
            <dd className="font-medium wrap-anywhere">{value}</dd>
          </div>
        ))}
    </dl>
  );
}

type LinesProps = { sale: SignedStatement; locale: string; say: SignWords };

function Lines({ sale: { lines, currency }, locale, say }: LinesProps) {
  return (
    <ul aria-label={say.sold} className="grid gap-2 rounded-card border border-line bg-card p-4">
      {lines.map(({ description, quantity, unit, totalCents }, at) => (
        <li key={at} className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-4">
          <span className="wrap-anywhere">
            {description}
            {quantity === "" ? null : (
              <span className="text-13 text-soft"> × {[quantity, unit].filter(Boolean).join(" ")}</span>
            )}
          </span>
          <span className="tabular-nums">{formatAmount(totalCents, currency, locale)}</span>
        </li>
      ))}
    </ul>
  );
}
