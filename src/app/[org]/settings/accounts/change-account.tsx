"use client";
// What can be changed of an account: its name, and whether it is in use.
import { api } from "@/server/client.ts";
import { BringBack, PutAway } from "../put-away.tsx";
import { Rename } from "../rename.tsx";

type Props = { org: string; code: string; name: string };

export function RenameAccount({ org, code, name, version }: Props & { version: number }) {
  return (
    <Rename
      name={name}
      version={version}
      longest={80}
      hint="On every report from now on, for the months before, too."
      save={(typed, from, commandKey) =>
        api(org).chart.rename.mutate({ commandKey, code, version: from, name: typed })
      }
    />
  );
}

export function ArchiveAccount({ org, code, name }: Props) {
  return (
    <PutAway name={name} run={(commandKey) => api(org).chart.archive.mutate({ commandKey, code })}>
      <p>
        Nothing new is put on {code} {name}. What was posted to it stays on every report, and its number stays
        taken. You can bring it back at any time.
      </p>
    </PutAway>
  );
}

export function UnarchiveAccount({ org, code, name }: Props) {
  return (
    <BringBack name={name} run={(commandKey) => api(org).chart.unarchive.mutate({ commandKey, code })} />
  );
}
