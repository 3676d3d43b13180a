"use client";
// A code for the customer's phone, and the wait for what they sign there. It is of one amount, and opens for a quarter of an hour.
import { useEffect, useState } from "react";
import { shownSale } from "@/domain/receipts/shown-lines.ts";
import { api, type RouterOutputs } from "@/server/client.ts";
import { Button } from "@/ui/button.tsx";
import { FaultNotice } from "@/ui/fault-notice.tsx";
import { QrCode } from "@/ui/qr-code.tsx";
import { useCommand } from "@/ui/use-command.ts";
import { jobOf } from "./record-sale.ts";
import type { Counting } from "./use-counter.ts";

type Code = RouterOutputs["signatures"]["ask"] & { of: string };

const AGAIN_MS = 2000;

type Props = { org: string; counting: Counting; onOther: () => void };

export function SignByPhone({ org, counting, onOther }: Props) {
  const { whose, sale, draft, change, write, signedOf } = counting;
  const { houseChargeCents: forCents } = sale;
  const accountId = whose.customer?.accountId ?? null;
  const [code, setCode] = useState<Code | null>(null);
  const { send, pending, fault } = useCommand(
    (account: string, commandKey) =>
      api(org).signatures.ask.mutate({
        commandKey,
        accountId: account,
        amountCents: forCents,
        jobId: jobOf(draft, whose.customer)?.jobId ?? null,
        buyerId: draft.buyerId,
        poNumber: draft.poNumber,
        orderId: draft.orderId,
        lines: shownOf(counting),
      }),
    (asked: RouterOutputs["signatures"]["ask"]) => setCode({ ...asked, of: signedOf }),
  );
  const current = code?.of === signedOf ? code : null;
  const found = useAsked(org, current?.requestId ?? null);
  const requestId = current?.requestId ?? null;
  const drawn = found?.drawn ?? null;
  useEffect(() => {
    if (requestId === null || drawn === null || draft.signature?.requestId === requestId) return;
    change({ signature: { ...drawn, requestId, of: signedOf } });
  });
  if (!current || found?.state === "over")
    return (
      <div className="grid gap-2">
        <FaultNotice fault={fault} />
        {found?.state === "over" ? (
          <p role="status">The code was open for a quarter of an hour, and is over.</p>
        ) : null}
        <div className="flex flex-wrap gap-2">
          <Button pending={pending} onClick={() => accountId && send(accountId)}>
            {found?.state === "over" ? "Show a new code" : "Show a code for their phone"}
          </Button>
          <Button onClick={onOther}>Sign on this screen</Button>
        </div>
      </div>
    );
  return (
    <div className="grid gap-3">
      <QrCode text={current.address} label="Code for the customer’s phone" />
      <p role="status" className="text-13">
        The customer opens this with their phone’s camera and signs for {write(forCents)}. This page notices
        by itself.
      </p>
      <p className="text-12 text-soft wrap-anywhere">{current.address}</p>
      <div>
        <Button onClick={onOther}>Sign on this screen</Button>
      </div>
    </div>
  );
}

function shownOf({ draft, sale, locale }: Counting) {
  const lines = sale.lines.map(({ sold, totalCents }, at) => ({
    description: draft.lines[at]?.description ?? "",
    quantity: draft.lines[at]?.quantity ?? sold?.quantity ?? "",
    unit: draft.lines[at]?.unit ?? "",
    totalCents,
  }));
  return shownSale(lines, sale.total.taxes, locale);
}

type Asked = RouterOutputs["signatures"]["asked"];

/** Looked at every two seconds while it waits. */
function useAsked(org: string, requestId: string | null): Asked | null {
  const [known, setKnown] = useState<{ of: string; asked: Asked } | null>(null);
  const asked = known?.of === requestId ? known.asked : null;
  const waits = requestId !== null && (asked === null || asked.state === "waiting");
  useEffect(() => {
    if (!waits) return;
    let isOver = false;
    const look = () => {
      void api(org)
        .signatures.asked.query({ requestId })
        // Out of reach for a moment; asked again.
        .then(
          (read) => isOver || setKnown({ of: requestId, asked: read }),
          () => {},
        );
    };
    const every = setInterval(look, AGAIN_MS);
    return () => {
      isOver = true;
      clearInterval(every);
    };
  }, [org, requestId, waits]);
  return asked;
}
