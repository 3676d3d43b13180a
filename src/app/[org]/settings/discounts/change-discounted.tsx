"use client";
// What can be changed of a class or a group: its name, and whether it is in use.
import type { Discounted, DiscountedKind } from "@/domain/products/discount.ts";
import { api } from "@/server/client.ts";
import { BringBack, PutAway } from "../put-away.tsx";
import { Rename } from "../rename.tsx";

type Props = { org: string; kind: DiscountedKind; one: Discounted };

export function ChangeDiscounted({ org, kind, one: { id, name, version, archived } }: Props) {
  const putAway = (away: boolean) => (commandKey: string) =>
    api(org).discounts.putAway.mutate({ commandKey, kind, id, away });
  if (archived) return <BringBack name={name} run={putAway(false)} />;
  return (
    <>
      <Rename
        key={version}
        name={name}
        version={version}
        longest={60}
        hint="It stays the same one for whoever is of it."
        save={(typed, from, commandKey) =>
          api(org).discounts.rename.mutate({ commandKey, kind, id, version: from, name: typed })
        }
      />
      <PutAway name={name} run={putAway(true)}>
        <p>
          {name} takes nothing off from now on and isn’t offered any more. Who is of it stays so, and what was
          sold keeps its discount. You can bring it back at any time.
        </p>
      </PutAway>
    </>
  );
}
