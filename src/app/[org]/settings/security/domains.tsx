"use client";
// The domains whose addresses the provider speaks for: each with the record that its DNS has to show.
import { useRouter } from "next/navigation";
import { useRef, type FormEvent } from "react";
import { api } from "@/server/client.ts";
import { Button } from "@/ui/button.tsx";
import { Card } from "@/ui/card.tsx";
import { FaultNotice } from "@/ui/fault-notice.tsx";
import { Field } from "@/ui/field.tsx";
import { Notice } from "@/ui/notice.tsx";
import { Tag } from "@/ui/tag.tsx";
import { toast } from "@/ui/toast.tsx";
import { textOf } from "./text-of.ts";
import { useCommand } from "@/ui/use-command.ts";

type Domain = { domain: string; proven: boolean; record: string };
type Props = { org: string; domains: readonly Domain[]; mayChange: boolean };

export function Domains({ org, domains, mayChange }: Props) {
  return (
    <>
      {domains.length > 0 ? (
        <Card>
          <ul className="divide-y divide-line">
            {domains.map((each) => (
              <Line key={each.domain} org={org} mayChange={mayChange} {...each} />
            ))}
          </ul>
        </Card>
      ) : (
        <p className="text-soft">None yet. Nobody comes in through the provider until one is proven.</p>
      )}
      {mayChange ? <AddDomain org={org} /> : null}
    </>
  );
}

function Line({ org, domain, proven, record, mayChange }: Domain & { org: string; mayChange: boolean }) {
  const router = useRouter();
  const told = (words: string) => () => {
    toast(words);
    router.refresh();
  };
  const prove = useCommand(
    (_: null, commandKey) => api(org).ownSignIn.proveDomain.mutate({ commandKey, domain }),
    told(`${domain} is proven`),
  );
  const remove = useCommand(
    (_: null, commandKey) => api(org).ownSignIn.removeDomain.mutate({ commandKey, domain }),
    told(`${domain} is removed`),
  );
  const fault = prove.fault ?? remove.fault;
  return (
    <li className="grid gap-2 px-4 py-2.5">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <span className="min-w-0 flex-1 font-medium wrap-anywhere">{domain}</span>
        {proven ? <span className="text-13 text-soft">Proven</span> : <Tag tone="soon">Not proven yet</Tag>}
        {mayChange ? (
          <>
            {proven ? null : (
              <Button pending={prove.pending} onClick={() => prove.send(null)}>
                Look it up
              </Button>
            )}
            <Button variant="quiet" pending={remove.pending} onClick={() => remove.send(null)}>
              Remove {domain}
            </Button>
          </>
        ) : null}
      </div>
      {proven ? null : (
        <p className="text-13 text-soft">
          Add this TXT record to {domain}: <span className="font-mono text-ink wrap-anywhere">{record}</span>
        </p>
      )}
      {fault ? <Notice tone="late">{fault.message}</Notice> : null}
    </li>
  );
}

function AddDomain({ org }: { org: string }) {
  const router = useRouter();
  const form = useRef<HTMLFormElement>(null);
  const { send, pending, fault } = useCommand(
    (domain: string, commandKey) => api(org).ownSignIn.addDomain.mutate({ commandKey, domain }),
    () => {
      form.current?.reset();
      router.refresh();
    },
  );
  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    send(textOf(new FormData(event.currentTarget), "domain"));
  }
  return (
    <form
      ref={form}
      onSubmit={submit}
      noValidate
      aria-label="Add a domain"
      className="mt-3 grid max-w-md gap-3"
    >
      <FaultNotice fault={fault} />
      <Field
        label="Domain of your addresses"
        name="domain"
        placeholder="example.com"
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        maxLength={253}
        error={fault?.fields["domain"]}
      />
      <div>
        <Button type="submit" pending={pending}>
          Add domain
        </Button>
      </div>
    </form>
  );
}
