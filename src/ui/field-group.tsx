// Fields of a form that belong together, in two columns where there is room.
import type { ReactNode } from "react";

export function FieldGroup({ title, children }: { title: string; children: ReactNode }) {
  return (
    <fieldset>
      <legend className="mb-2 text-13 font-semibold text-soft">{title}</legend>
      <div className="grid items-start gap-4 desk:grid-cols-2">{children}</div>
    </fieldset>
  );
}

/** An address is several lines to the server, and one field to a person. */
export function errorOf(
  errors: Readonly<Record<string, string | undefined>>,
  field: string,
): string | undefined {
  const name = Object.keys(errors).find((each) => each === field || each.startsWith(`${field}.`));
  return name === undefined ? undefined : errors[name];
}
