// What the code on a counter's screen opens on the customer's phone: what is sold, for how much, and where to sign. It needs no
// session, and opens nothing once it was signed or a quarter of an hour has passed.
import type { Metadata } from "next";
import { z } from "zod";
import { readParams } from "@/domain/lists/search-params.ts";
import type { ToSign } from "@/domain/receipts/signature.ts";
import { formatAmount, formatMoney } from "@/domain/values/money.ts";
import { openSignLink, wasSigned, type OpenToSign } from "@/server/sign-link.ts";
import { from } from "@/server/wire/request.ts";
import { SignForm } from "./sign-form.tsx";

export const metadata: Metadata = {
  title: { absolute: "Sign" },
  referrer: "no-referrer",
  robots: { index: false, follow: false, noarchive: true },
};

export default async function SignPage({ params, searchParams }: PageProps<"/s/sign/[token]">) {
  const token = decodeURIComponent((await params).token);
  const { done } = readParams({ done: z.string().max(80) }, await searchParams);
  const isDone = wasSigned(token, done);
  const open = isDone ? null : await openSignLink(token, await from());
  return (
    <main className="mx-auto grid max-w-prose gap-4 px-4 py-6 desk:py-16">
      {open ? <ToBeSigned open={open} token={token} /> : <Over isDone={isDone} />}
    </main>
  );
}

function Over({ isDone }: { isDone: boolean }) {
  return (
    <>
      <h1 className="text-20 font-semibold">{isDone ? "Signed" : "Nothing to sign here"}</h1>
      <p role="status">
        {isDone
          ? "Thank you. The counter has your signature; you can close this page."
          : "This was signed already, or waited for more than a quarter of an hour. Ask at the counter for a new code."}
      </p>
    </>
  );
}

function ToBeSigned({ open: { business, sale, formKey }, token }: { open: OpenToSign; token: string }) {
  const { amountCents, currency, lines } = sale;
  const amount = formatMoney(amountCents, currency, business.locale);
  return (
    <>
      <p className="text-13 text-soft">{business.name}</p>
      <h1 className="text-20 font-semibold">Charge {amount} to your account?</h1>
      {lines.length > 0 ? <Lines sale={sale} locale={business.locale} /> : null}
      <p className="text-13 text-soft">
        By signing you confirm that you received this and that {amount} is charged to the account.
      </p>
      <SignForm token={token} formKey={formKey} business={business.name} />
    </>
  );
}

function Lines({ sale: { lines, currency }, locale }: { sale: ToSign; locale: string }) {
  return (
    <ul aria-label="What is sold" className="grid gap-2 rounded-card border border-line bg-card p-4">
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
