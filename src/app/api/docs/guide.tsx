// What holds for every address of the API.
import type { ReactNode } from "react";
import { docLimits } from "@/server/rest/docs.ts";
import { Code } from "./code.tsx";

export function Guide({ server }: { server: string }) {
  return (
    <>
      <Part title="Keys">
        <p>
          An owner or an admin makes a key under Settings → API keys, with the scopes that it needs. It is
          shown once, names its business, and is sent with every request. What it does is recorded under its
          name.
        </p>
        <Code>{`curl ${server}/api/v1/customers -H "Authorization: Bearer $ONACCOUNT_KEY"`}</Code>
      </Part>
      <Part title="Amounts, days and ids">
        <p>
          An amount is decimal text, like “1250.00”, with as many decimals as its currency has, and a currency
          (ISO 4217) stands beside it. Send the currency with a change to have it checked; left out, it is the
          account’s. A day is YYYY-MM-DD. An instant has its offset. Quantities, prices and percents are
          decimal text, too.
        </p>
      </Part>
      <Part title="On any day, as it was known at any instant">
        <p>
          Every read of balances, and of what became of a document, takes <b>as_of</b>, the day that it is of,
          and <b>known_at</b>, the instant that it is as known at: what was posted later, even if it is dated
          before, isn’t in it, and a document that wasn’t there yet isn’t found. Names, terms and limits are
          today’s. Whether an invoice is disputed has an instant and no day: <b>known_at</b> alone asks for
          it.
        </p>
      </Part>
      <Part title="Pages">
        <p>
          A list has its rows and <b>next</b>. Send that back as <b>cursor</b>, with the same filters, for the
          page behind it; on the last page it is null.
        </p>
      </Part>
      <Part title="Changes are done once">
        <p>
          Every POST, PUT and DELETE has an <b>Idempotency-Key</b> of yours, 8 to 100 characters and new for
          each change. Sent again with the same content it gets the first answer, and nothing is done twice;
          with other content it is answered 409. So send it again after a lost answer.
        </p>
      </Part>
      <Part title="Files">
        <p>
          <b>POST /imports</b> takes a file as another program exported it, as the body and not in a form.
          Read it until its <b>state</b> is “ready”: its look says what the file would do. Lay the{" "}
          <b>patch</b> of each answer over the <b>plan</b> and send that to its <b>look</b>; without a
          question left, <b>start</b> brings all of it in or nothing, and <b>undo</b> takes it back.
        </p>
        <Code>{`curl -X POST "${server}/api/v1/imports?kind=receivables&name=open.csv" -H "Authorization: Bearer $ONACCOUNT_KEY" -H "Idempotency-Key: $(uuidgen)" --data-binary @open.csv`}</Code>
      </Part>
      <Part title="Events and webhooks">
        <p>
          Everything that is posted is an event. <b>GET /events</b> lists them in their order, from the first
          one on; a webhook sends each new one, with the same as its <b>data</b>. Keep the <b>event_id</b> of
          the last that you have from either: as the <b>cursor</b> of the list it brings what came after, so
          that nothing is missed while you were away. The events of an account are numbered 1, 2, 3 in its{" "}
          <b>sequence</b>, and added up they are its balance, its open items and credits, and what is applied
          to what.
        </p>
        <p>
          A webhook is signed as Standard Webhooks has it: <b>webhook-signature</b> is HMAC-SHA256, with the
          endpoint’s secret, of <b>webhook-id</b>, <b>webhook-timestamp</b> and the body. It is sent again
          until it is answered with 2xx, always with the same id.
        </p>
      </Part>
      <Part title="When something goes wrong">
        <p>
          The answer is application/problem+json (RFC 9457): a <b>code</b> that stays, words in <b>detail</b>,
          and
          <b> errors</b> for each field. What belongs to another business is answered like what isn’t there.
        </p>
      </Part>
      <Part title="How often">
        <p>
          A key may ask {docLimits.perWindow.toLocaleString("en-US")} times in {docLimits.windowSeconds}{" "}
          seconds; the headers RateLimit and RateLimit-Policy say what is left. One business has four requests
          at work at once, and more of them wait. Past either, the answer is 429 with Retry-After.
        </p>
      </Part>
      <Part title="For machines">
        <p>All of this as OpenAPI 3.1:</p>
        <Code>{`curl ${server}/api/v1/openapi.json`}</Code>
      </Part>
    </>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="mt-6 max-w-prose">
      <h2 className="mb-1 text-14 font-semibold">{title}</h2>
      <div className="grid gap-2">{children}</div>
    </section>
  );
}
