"use client";
// What one looks at before a month is closed. Nothing of it stands in the way: it is said, and whoever closes decides.
import type { Route } from "next";
import { useEffect, useState } from "react";
import { countOf } from "@/domain/count-of.ts";
import { formatInstant } from "@/domain/values/instant.ts";
import type { Day } from "@/domain/values/day.ts";
import { formatAmount } from "@/domain/values/money.ts";
import { api, type RouterOutputs } from "@/server/client.ts";
import { Link } from "@/ui/link.tsx";
import { Tag } from "@/ui/tag.tsx";
import { toNewDeposit } from "../../_shell/links.ts";

export type ClosingStyle = { locale: string; currency: string; zone: string };
type Checks = RouterOutputs["periods"]["closingChecks"];
type Props = ClosingStyle & { org: string; month: Day };

export function ClosingChecks({ org, month, ...style }: Props) {
  const [checks, setChecks] = useState<Checks | null>(null);
  useEffect(() => {
    let stale = false;
    void api(org)
      .periods.closingChecks.query({ from: month, through: month })
      .then(
        (answer) => stale || setChecks(answer),
        () => undefined,
      );
    return () => {
      stale = true;
    };
  }, [org, month]);
  const lines = checks ? [draftLine(checks), moneyLine(checks, style, org), proofLine(checks, style)] : [];
  return (
    <ul aria-label="Before it is closed" aria-busy={checks === null} className="grid min-h-24 gap-2 text-13">
      {lines.map(({ good, words, said, next }) => (
        <li key={words} className="flex flex-wrap items-baseline gap-2">
          <Tag tone={good ? "good" : "soon"}>{words}</Tag>
          <span className="text-soft">
            {said}
            {next ? (
              <>
                {" "}
                <Link href={next} className="text-link">
                  Make a deposit
                </Link>
              </>
            ) : null}
          </span>
        </li>
      ))}
    </ul>
  );
}

type Line = { good: boolean; words: string; said: string; next?: Route };

const draftLine = ({ drafts }: Checks): Line =>
  drafts === 0
    ? { good: true, words: "Issued", said: "No draft of an invoice is dated in it." }
    : {
        good: false,
        words: "Drafts",
        said: `${countOf(drafts, "draft of an invoice is", "drafts of invoices are")} dated in it. Issued later, they go to a later month.`,
      };

function moneyLine({ undepositedCents }: Checks, { currency, locale }: ClosingStyle, org: string): Line {
  if (undepositedCents === 0)
    return { good: true, words: "Deposited", said: "No money waits for a deposit." };
  const amount =
    undepositedCents === null
      ? "More than can be added up"
      : formatAmount(undepositedCents, currency, locale);
  return {
    good: false,
    words: "Undeposited",
    said: `${amount} of what came in by its end is in Undeposited Funds.`,
    next: toNewDeposit(org),
  };
}

function proofLine({ proof, unprovenEvents }: Checks, { locale, zone }: ClosingStyle): Line {
  if (proof === null) return { good: false, words: "Not proven", said: "The books were never proven yet." };
  const when = formatInstant(proof.provenAt, locale, zone);
  if (proof.broken > 0)
    return {
      good: false,
      words: "Broken",
      said: `${countOf(proof.broken, "rule doesn’t", "rules don’t")} hold, as of ${when}. Look at Proof first.`,
    };
  return unprovenEvents === 0
    ? { good: true, words: "Proven", said: `Every rule holds, as of ${when}.` }
    : {
        good: false,
        words: "Proven before",
        said: `${countOf(unprovenEvents, "event")} of it came after the proof of ${when}.`,
      };
}
