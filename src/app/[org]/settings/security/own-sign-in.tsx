"use client";
// The business's own provider: where it is, and how we are known there. The secret is typed, kept sealed, and never shown.
import { useRouter } from "next/navigation";
import { type FormEvent } from "react";
import { api } from "@/server/client.ts";
import { Button } from "@/ui/button.tsx";
import { CheckField } from "@/ui/check-field.tsx";
import { FaultNotice } from "@/ui/fault-notice.tsx";
import { Field } from "@/ui/field.tsx";
import { toast } from "@/ui/toast.tsx";
import { textOf } from "./text-of.ts";
import { useCommand } from "@/ui/use-command.ts";

type Props = {
  org: string;
  signIn: { issuer: string; client: string; inUse: boolean; version: number; backAddress: string };
  mayChange: boolean;
};

export function OwnSignIn({ org, signIn, mayChange }: Props) {
  const router = useRouter();
  const { send, pending, fault } = useCommand(
    (typed: FormData, commandKey) => {
      const said = (name: string) => textOf(typed, name);
      return api(org).ownSignIn.change.mutate({
        commandKey,
        issuer: said("issuer"),
        client: said("client"),
        clientSecret: said("clientSecret") === "" ? null : said("clientSecret"),
        inUse: typed.has("inUse"),
        version: signIn.version,
      });
    },
    () => {
      toast("Saved, for the next sign-in");
      router.refresh();
    },
  );
  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    send(new FormData(event.currentTarget));
  }
  const text = (name: string) => ({ name, autoComplete: "off", maxLength: 300, error: fault?.fields[name] });
  return (
    <form
      onSubmit={submit}
      noValidate
      aria-label="Own sign-in"
      className="grid gap-4 rounded-card border border-line bg-card p-4 desk:p-6"
    >
      <FaultNotice fault={fault} />
      <fieldset disabled={!mayChange} className="grid max-w-3xl items-start gap-4 desk:grid-cols-2">
        <legend className="sr-only">Own sign-in</legend>
        <div className="desk:col-span-2">
          <CheckField
            label="Members can sign in through our own provider"
            hint="By OpenID Connect. Such a session opens this business alone, and asks for no second factor of ours."
            name="inUse"
            defaultChecked={signIn.inUse}
          />
        </div>
        <Field
          label="Issuer"
          placeholder="https://login.example.com"
          defaultValue={signIn.issuer}
          {...text("issuer")}
        />
        <Field label="Client id" defaultValue={signIn.client} {...text("client")} />
        <Field
          label="Client secret"
          type="password"
          {...text("clientSecret")}
          autoComplete="new-password"
          hint={signIn.version > 0 ? "Leave it empty to keep the one that is there." : undefined}
        />
        <div className="min-w-0">
          <p className="text-13 font-medium">Redirect address, for the provider</p>
          <p className="font-mono text-13 wrap-anywhere">{signIn.backAddress}</p>
        </div>
      </fieldset>
      {mayChange ? (
        <div className="flex justify-end">
          <Button type="submit" pending={pending}>
            Save
          </Button>
        </div>
      ) : null}
    </form>
  );
}
