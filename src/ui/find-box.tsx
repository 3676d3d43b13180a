// Finds in a list: an ordinary GET form, in which Enter searches and the rest of the list's address stays.
import type { Route } from "next";
import Form from "next/form";
import { Search } from "lucide-react";
import type { ReactNode } from "react";
import { Button } from "./button.tsx";

type Props = {
  action: Route;
  label: string;
  hint: string;
  search: string;
  kept?: Readonly<Record<string, string | undefined>>;
  /** What else the same form asks. */
  children?: ReactNode;
};

export function FindBox({ action, label, hint, search, kept = {}, children }: Props) {
  return (
    <Form
      action={action}
      scroll={false}
      className="flex max-w-md min-w-0 flex-[1_1_20rem] flex-wrap gap-2 print:hidden"
    >
      <input
        key={search}
        name="search"
        aria-label={label}
        placeholder={hint}
        defaultValue={search}
        autoComplete="off"
        className="h-9 min-w-0 flex-[1_1_11rem] rounded-control border border-edge bg-card px-2.5 touch:h-11 touch:text-16"
      />
      {Object.entries(kept).map(([name, value]) =>
        value ? <input key={name} type="hidden" name={name} value={value} /> : null,
      )}
      {children}
      <Button type="submit">
        <Search aria-hidden="true" />
        Find
      </Button>
    </Form>
  );
}
