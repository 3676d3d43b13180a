// Each mail of a paper: to whom, how it is doing, and what the mail server said when it didn't take it.
import { formatMoney } from "@/domain/values/money.ts";
import { InstantText, type DateStyle } from "@/ui/instant.tsx";
import { Card, Section } from "@/ui/card.tsx";
import { Notice } from "@/ui/notice.tsx";
import { DayText } from "@/ui/day.tsx";
import { RefreshWhile } from "@/ui/refresh-while.tsx";
import type { RouterOutputs } from "@/server/client.ts";
import { MailState } from "./mail-state.tsx";

type Mail = RouterOutputs["mails"]["list"]["mails"][number];

type Props = { mails: readonly Mail[]; place: DateStyle; goesOut: boolean };

/** `goesOut`: whether this business has a way out for mail at all. */
export function Mails({ mails, place, goesOut }: Props) {
  const waiting = mails.some((mail) => mail.status === "queued");
  return (
    <Section id="mails" title="Mails">
      <Card>
        {mails.length === 0 ? (
          <p className="px-4 py-3 text-soft">Not mailed yet.</p>
        ) : (
          <ul className="divide-y divide-line">
            {mails.map((mail) => (
              <MailLine key={mail.outboxId} mail={mail} place={place} />
            ))}
          </ul>
        )}
      </Card>
      {waiting && !goesOut ? (
        <div className="mt-3">
          <Notice tone="soon" title="No mail goes out yet">
            What waits goes by itself as soon as Settings, Mail has your mail server, or whoever runs this
            copy of Onaccount has set SMTP_URL. Until then hand over a link or the PDF.
          </Notice>
        </div>
      ) : null}
      <RefreshWhile waiting={waiting && goesOut} />
    </Section>
  );
}

const CHARGE_WORDS: Record<NonNullable<Mail["charge"]>["tells"], string> = {
  announce: "Autopay, to be taken",
  again: "Autopay, couldn’t be taken and is tried again",
  "given-up": "Autopay, couldn’t be taken and is stopped",
};

const ABOUT_ERROR: Record<Mail["status"], string> = {
  queued: "It is tried again by itself. The last answer: ",
  sent: "It isn’t there yet. A server on its way says: ",
  failed: "It was given up: ",
  bounced: "It couldn’t be delivered: ",
};

function MailLine({ mail, place }: { mail: Mail; place: DateStyle }) {
  const { recipient, status, sentAt, queuedAt, queuedBy, lastError, openedAt, charge } = mail;
  return (
    <li className="flex flex-wrap items-baseline gap-x-3 gap-y-1 px-4 py-2.5">
      <span className="min-w-0 flex-1 font-medium wrap-anywhere">{recipient}</span>
      <MailState status={status} isOpened={openedAt !== null} />
      {charge ? (
        <p className="w-full text-13">
          {CHARGE_WORDS[charge.tells]}: {formatMoney(charge.amountCents, charge.currency, place.locale)}
          {charge.tells === "given-up" ? null : (
            <>
              , <DayText day={charge.on} locale={place.locale} />
            </>
          )}
        </p>
      ) : null}
      <p className="w-full text-13 text-soft">
        <InstantText at={sentAt ?? queuedAt} {...place} />, asked for by {queuedBy}
        {openedAt === null ? null : (
          <>
            {" "}
            · seen <InstantText at={openedAt} {...place} />, as its reader says
          </>
        )}
      </p>
      {lastError === "" ? null : (
        <p className="w-full text-13 wrap-anywhere">
          {ABOUT_ERROR[status]}
          {lastError}
        </p>
      )}
    </li>
  );
}
