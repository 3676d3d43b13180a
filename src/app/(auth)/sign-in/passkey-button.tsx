"use client";
// Signs in by a passkey that the device has for this place. What makes browsers use it is loaded when it is pressed.
import { useState, useTransition } from "react";
import { unstable_rethrow } from "next/navigation";
import { Button } from "@/ui/button.tsx";
import { Notice } from "@/ui/notice.tsx";
import { passkeyToUseAction, signInByPasskeyAction } from "../passkey-actions.ts";

export function PasskeyButton({ to }: { to: string }) {
  const [pending, begin] = useTransition();
  const [fault, setFault] = useState<string | null>(null);

  async function use(): Promise<string | null> {
    const asked = await passkeyToUseAction();
    if (!("options" in asked)) return asked.fault;
    const { startAuthentication } = await import("@simplewebauthn/browser");
    const response = await startAuthentication({ optionsJSON: asked.options }).catch(() => null);
    // Called off, or there is none: the person knows.
    if (!response) return "Your device gave no passkey. Sign in another way.";
    return (await signInByPasskeyAction(response, to)).fault;
  }
  async function tryIt(): Promise<void> {
    try {
      setFault(await use());
    } catch (error) {
      unstable_rethrow(error);
      setFault("The server can’t be reached right now. Try again in a moment.");
    }
  }
  return (
    <div className="grid gap-3">
      {fault ? <Notice tone="late">{fault}</Notice> : null}
      <Button full pending={pending} onClick={() => begin(tryIt)}>
        Use a passkey
      </Button>
    </div>
  );
}
