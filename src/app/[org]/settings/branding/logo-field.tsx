"use client";
// The picture of papers: chosen, looked at, taken off. It is sent when it is chosen, and on papers when the form is saved.
import { ImageUp } from "lucide-react";
import { useId, useRef } from "react";
import { BRANDING_FIELDS, LOGO_TYPES } from "@/domain/business/branding.ts";
import type { LogoOf } from "@/domain/values/brand.ts";
import { Button } from "@/ui/button.tsx";
import { useCommand } from "@/ui/use-command.ts";
import { toLogo } from "./branding-links.ts";

type Props = { org: string; hash: string; onChoose: (hash: string) => void };

export function LogoField({ org, hash, onChoose }: Props) {
  const input = useRef<HTMLInputElement>(null);
  const hint = useId();
  const { send, pending, fault } = useCommand(
    (file: File, key) => sendLogo(org, file, key),
    (logo: LogoOf) => onChoose(logo.hash),
  );
  return (
    <div role="group" aria-label={BRANDING_FIELDS.logo} className="grid gap-2">
      <p className="text-13 font-medium">{BRANDING_FIELDS.logo}</p>
      {hash === "" ? null : (
        // On white, in the dark as well: that is what it is printed on.
        <div className="grid min-h-16 place-items-start rounded-control border border-line bg-white p-2">
          <div
            role="img"
            aria-label="The logo"
            style={{ backgroundImage: `url(${toLogo(org, { hash })})` }}
            className="h-12 w-full bg-contain bg-left bg-no-repeat"
          />
        </div>
      )}
      <div className="flex flex-wrap items-center gap-2">
        <input
          ref={input}
          type="file"
          accept={LOGO_TYPES.join(",")}
          className="hidden"
          onChange={({ currentTarget }) => {
            const file = currentTarget.files?.[0];
            if (file) send(file);
            currentTarget.value = "";
          }}
        />
        <Button pending={pending} aria-describedby={hint} onClick={() => input.current?.click()}>
          <ImageUp aria-hidden="true" />
          {hash === "" ? "Choose a logo" : "Choose another"}
        </Button>
        {hash === "" ? null : (
          <Button variant="quiet" onClick={() => onChoose("")}>
            Take it off
          </Button>
        )}
      </div>
      <p id={hint} className="text-12 text-soft">
        PNG, JPEG or SVG, up to 1 MB. On statements, invoices and full-page receipts.
      </p>
      <div aria-live="polite">
        {fault ? <p className="text-12 font-medium text-late">{fault.message}</p> : null}
      </div>
    </div>
  );
}

/** Throws what a procedure would throw, for `faultOf` to read. */
async function sendLogo(org: string, file: File, key: string): Promise<LogoOf> {
  const answer = await fetch(toLogo(org, { key }), {
    method: "POST",
    headers: { "content-type": "application/octet-stream" },
    body: file,
  });
  if (!answer.ok) throw await answer.json();
  return (await answer.json()) as LogoOf;
}
