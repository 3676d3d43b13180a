"use client";
// Adds a label for customers.
import { AddNamed } from "../add-named.tsx";

export function AddLabel({ org }: { org: string }) {
  return (
    <AddNamed
      org={org}
      add="Add label"
      hint="Such as Weekly or North side. Customers don’t see it."
      longest={60}
      run={(to, named) => to.labels.add.mutate(named)}
    />
  );
}
