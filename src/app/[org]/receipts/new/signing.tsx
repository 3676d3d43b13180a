"use client";
// The customer signs for what is charged: on this screen, or on their own phone by a code. Another amount is signed anew.
import { useId, useState } from "react";
import { signingWords } from "@/domain/receipts/signed-statement.ts";
import { LONGEST_SIGNER } from "@/domain/receipts/signature.ts";
import { Button } from "@/ui/button.tsx";
import { Field } from "@/ui/field.tsx";
import { SignArea } from "@/ui/signature-pad.tsx";
import { SignatureDrawing } from "@/ui/signature-drawing.tsx";
import { SignByPhone } from "./sign-by-phone.tsx";
import type { Counting } from "./use-counter.ts";

export function Signing({ org, counting }: { org: string; counting: Counting }) {
  const { whose, draft, change, sale, signature, signedOf, write, tried, fault } = counting;
  const { language, locale, currency } = counting;
  const { houseChargeCents: forCents } = sale;
  const buyer = whose.customer?.charging.buyers.find(({ buyerId }) => buyerId === draft.buyerId);
  const [typed, setTyped] = useState<string | null>(null);
  const [isDrawing, setDrawing] = useState(false);
  const [byPhone, setByPhone] = useState(false);
  const errorId = useId();
  const name = (typed ?? buyer?.name ?? "").trim();
  const error = fault?.fields["signature"] ?? (tried && !signature ? "Have the customer sign." : undefined);
  const anew = () => {
    setDrawing(false);
    setByPhone(false);
    change({ signature: null });
  };
  // What was begun on this screen is nobody's signature.
  const onPhone = () => {
    anew();
    setByPhone(true);
  };
  if (signature && !isDrawing)
    return (
      <section aria-label="Signature" className="grid gap-2">
        <p className="text-13 font-medium">
          Signed for {write(forCents)}
          {signature.name ? ` by ${signature.name}` : ""}
          {signature.requestId ? ", on their phone" : ""}
        </p>
        <SignatureDrawing path={signature.path} label="The customer’s signature" />
        <div>
          <Button onClick={anew}>Sign again</Button>
        </div>
        <Wrong id={errorId} words={fault?.fields["signature"]} />
      </section>
    );
  return (
    <section aria-label="Signature" data-sign tabIndex={-1} className="grid gap-3">
      <p className="text-13 font-medium">
        The customer signs for {write(forCents)}
        {whose.customer ? ` on the account of ${whose.customer.name}` : ""}
        {buyer ? `, ordered by ${buyer.name}` : ""}
      </p>
      <p lang={language} className="text-13">
        {signingWords({ amountCents: forCents, currency }, { language, locale })}
      </p>
      <div className="max-w-lg">
        <Field
          label="Name of who signs"
          name="signer"
          autoComplete="off"
          maxLength={LONGEST_SIGNER}
          value={typed ?? buyer?.name ?? ""}
          onChange={(event) => {
            setTyped(event.target.value);
            if (signature) change({ signature: { ...signature, name: event.target.value.trim() } });
          }}
        />
      </div>
      {byPhone ? (
        <SignByPhone org={org} counting={counting} onOther={() => setByPhone(false)} />
      ) : (
        <SignArea
          key={signedOf}
          label="The customer signs here"
          errorId={error ? errorId : undefined}
          onDrawn={(path) => {
            setDrawing(path !== null);
            change({ signature: path === null ? null : { path, name, requestId: null, of: signedOf } });
          }}
          beside={<Button onClick={onPhone}>Sign on a phone instead</Button>}
        />
      )}
      <Wrong id={errorId} words={error} />
    </section>
  );
}

function Wrong({ id, words }: { id: string; words: string | undefined }) {
  return words ? (
    <p id={id} role="alert" className="text-13 text-late">
      {words}
    </p>
  ) : null;
}
