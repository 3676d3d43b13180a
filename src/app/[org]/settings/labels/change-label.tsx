"use client";
// What can be changed of a label: its name, and whether it is in use.
import type { Label } from "@/domain/customers/label.ts";
import { api } from "@/server/client.ts";
import { BringBack, PutAway } from "../put-away.tsx";
import { Rename } from "../rename.tsx";

export function ChangeLabel({ org, label: { id, name, version, archived } }: { org: string; label: Label }) {
  const putAway = (away: boolean) => (commandKey: string) =>
    api(org).labels.putAway.mutate({ commandKey, id, away });
  if (archived) return <BringBack name={name} run={putAway(false)} />;
  return (
    <>
      <Rename
        key={version}
        name={name}
        version={version}
        longest={60}
        hint="It stays the same one for whoever has it."
        save={(typed, from, commandKey) =>
          api(org).labels.rename.mutate({ commandKey, id, version: from, name: typed })
        }
      />
      <PutAway name={name} run={putAway(true)}>
        <p>{name} isn’t offered any more. Who has it keeps it, and you can bring it back at any time.</p>
      </PutAway>
    </>
  );
}
