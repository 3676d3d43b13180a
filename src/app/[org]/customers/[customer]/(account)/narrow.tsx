// One small box that narrows a list on the page; Enter asks for the page again, with everything else as it was.
import type { Route } from "next";
import Form from "next/form";
import type { Query } from "../../../_shell/links.ts";

type Props = {
  action: Route;
  /** What else is asked and stays so. */
  kept: Query;
  name: string;
  value: string | undefined;
  label: string;
  placeholder: string;
};

export function Narrow({ action, kept, name, value, label, placeholder }: Props) {
  return (
    <Form key={value ?? ""} action={action} scroll={false} role="search" aria-label={label}>
      <Kept query={kept} />
      <input
        type="search"
        name={name}
        aria-label={label}
        placeholder={placeholder}
        defaultValue={value ?? ""}
        maxLength={200}
        autoComplete="off"
        className="h-9 w-52 rounded-control border border-edge bg-card px-2.5 text-14 touch:h-11 touch:text-16"
      />
    </Form>
  );
}

export function Kept({ query }: { query: Query }) {
  return Object.entries(query).map(([name, value]) =>
    value ? <input key={name} type="hidden" name={name} value={value} /> : null,
  );
}
