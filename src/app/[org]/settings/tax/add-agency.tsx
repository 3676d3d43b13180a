"use client";
// Adds an agency for which tax is taken.
import { AddNamed } from "../add-named.tsx";

export function AddAgency({ org }: { org: string }) {
  return (
    <AddNamed
      org={org}
      add="Add agency"
      hint="As on its tax return. It gets an account of its own in the chart."
      longest={80}
      run={(to, named) => to.taxes.addAgency.mutate(named)}
      said="added, with an account of its own"
    />
  );
}
