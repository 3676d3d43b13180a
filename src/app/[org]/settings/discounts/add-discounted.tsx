"use client";
// Adds a discount class or a product group.
import type { DiscountedKind } from "@/domain/products/discount.ts";
import { AddNamed } from "../add-named.tsx";

const WORDS: Record<DiscountedKind, { add: string; hint: string }> = {
  class: { add: "Add class", hint: "Such as Trade. Customers don’t see it." },
  group: { add: "Add product group", hint: "Such as Plants. A product is put into it on its own page." },
};

export function AddDiscounted({ org, kind }: { org: string; kind: DiscountedKind }) {
  return (
    <AddNamed
      org={org}
      {...WORDS[kind]}
      longest={60}
      run={(to, named) => to.discounts.add.mutate({ ...named, kind })}
    />
  );
}
