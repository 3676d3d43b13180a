"use client";
// Makes a key for a program. It is shown this once and kept nowhere.
import { KeyRound } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState, type FormEvent } from "react";
import { API_SCOPES, SCOPE_WORDS, type ApiScope } from "@/domain/business/api-scopes.ts";
import type { Permission } from "@/domain/permission.ts";
import { api } from "@/server/client.ts";
import { Button } from "@/ui/button.tsx";
import { CheckField } from "@/ui/check-field.tsx";
import { Dialog } from "@/ui/dialog.tsx";
import { FaultNotice } from "@/ui/fault-notice.tsx";
import { Field } from "@/ui/field.tsx";
import { ShownOnce } from "@/ui/shown-once.tsx";
import { useCommand } from "@/ui/use-command.ts";

/** `held`: what whoever makes it may do themselves; a key is given no more. */
type Props = { org: string; held: readonly Permission[] };

export function MakeKey({ org, held }: Props) {
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const [name, setName] = useState("");
  const [scopes, setScopes] = useState<readonly ApiScope[]>([]);
  const [made, setMade] = useState<{ key: string | null } | null>(null);
  const { send, pending, fault } = useCommand(
    (_: null, commandKey) =>
      api(org).apiKeys.make.mutate({ commandKey, name: name.trim(), scopes: [...scopes] }),
    // A repeat of an answer that got lost has no key in it: it was to be shown once.
    (answer: { key: string } | null) => {
      setMade(answer ?? { key: null });
      router.refresh();
    },
  );
  function close() {
    setOpen(false);
    setMade(null);
    setName("");
    setScopes([]);
  }
  function submit(event: FormEvent) {
    event.preventDefault();
    send(null);
  }
  const choose = (scope: ApiScope, on: boolean) =>
    setScopes(on ? [...scopes, scope] : scopes.filter((each) => each !== scope));
  return (
    <>
      <Button onClick={() => setOpen(true)}>
        <KeyRound aria-hidden="true" />
        Make a key
      </Button>
      <Dialog title="A key for a program" open={open} onClose={close}>
        {made === null ? (
          <form onSubmit={submit} noValidate className="grid gap-4 text-left">
            <FaultNotice fault={fault} />
            <Field
              label="Name"
              hint="Of the program: what it does is recorded under it."
              name="name"
              maxLength={80}
              autoComplete="off"
              value={name}
              error={fault?.fields["name"]}
              onChange={(event) => setName(event.target.value)}
            />
            <fieldset>
              <legend className="mb-1 text-13 font-semibold text-soft">It may</legend>
              {API_SCOPES.filter((scope) => held.includes(scope)).map((scope) => (
                <CheckField
                  key={scope}
                  name={scope}
                  label={SCOPE_WORDS[scope]}
                  checked={scopes.includes(scope)}
                  onChange={(event) => choose(scope, event.target.checked)}
                />
              ))}
              {fault?.fields["scopes"] ? (
                <p role="alert" className="text-12 font-medium text-late">
                  {fault.fields["scopes"]}
                </p>
              ) : null}
            </fieldset>
            <div className="flex justify-end">
              <Button type="submit" variant="primary" pending={pending}>
                Make it
              </Button>
            </div>
          </form>
        ) : (
          <ShownOnce
            label="Key"
            secret={made.key}
            hint="Copy it now: it isn’t shown again."
            copied="The key is copied"
            lost="The key was made, but our answer got lost and it isn’t shown again. Revoke it and make another one."
          />
        )}
      </Dialog>
    </>
  );
}
