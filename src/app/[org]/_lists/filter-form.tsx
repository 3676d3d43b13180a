// What filters a list, in one ordinary GET form: Enter searches, and what is asked stands in the address.
import type { Route } from "next";
import Form from "next/form";
import { Search } from "lucide-react";
import { useId, type ReactNode } from "react";
import type { Day } from "@/domain/values/day.ts";
import { Button } from "@/ui/button.tsx";
import type { Query } from "../_shell/links.ts";

const BOX = "h-9 rounded-control border border-edge bg-card px-2.5 touch:h-11 touch:text-16";

type Props = {
  action: Route;
  /** What the search box is for, and what it looks for. */
  label: string;
  placeholder: string;
  search?: string | undefined;
  fromOn?: Day | undefined;
  throughOn?: Day | undefined;
  /** The days that were asked for and are none, by filter. */
  unread?: Readonly<Record<string, string>>;
  /** What else is asked and stays so. */
  kept: Query;
  children?: ReactNode;
};

export function FilterForm({ action, label, placeholder, search, kept, children, ...days }: Props) {
  const { fromOn, throughOn, unread = {} } = days;
  return (
    <Form
      key={JSON.stringify([search, fromOn, throughOn, unread, kept])}
      action={action}
      scroll={false}
      className="mb-3 flex flex-wrap items-end gap-2 print:hidden"
    >
      {Object.entries(kept).map(([name, value]) =>
        value ? <input key={name} type="hidden" name={name} value={value} /> : null,
      )}
      <input
        name="search"
        aria-label={label}
        placeholder={placeholder}
        defaultValue={search ?? ""}
        autoComplete="off"
        className={`${BOX} min-w-0 max-desk:w-full desk:w-72`}
      />
      <div className="flex gap-2 max-desk:w-full">
        <DayBox label="From" name="from" value={fromOn} unread={unread["fromOn"]} />
        <DayBox label="To" name="through" value={throughOn} unread={unread["throughOn"]} />
      </div>
      {children}
      <Button type="submit">
        <Search aria-hidden="true" />
        Find
      </Button>
    </Form>
  );
}

type DayBoxProps = { label: string; name: string; value: string | undefined; unread: string | undefined };

/** A day among the filters. One that was asked for and is none is told below, and filters nothing. */
export function DayBox({ label, name, value, unread, ...input }: DayBoxProps & { required?: boolean }) {
  const id = useId();
  return (
    <div className="max-desk:min-w-0 max-desk:flex-1">
      <label className="flex items-center gap-1.5 text-13 text-soft max-desk:grid max-desk:gap-1">
        {label}
        <input
          {...input}
          type="date"
          name={name}
          defaultValue={value}
          aria-invalid={unread ? true : undefined}
          aria-describedby={unread ? `${id}-error` : undefined}
          className={`${BOX} min-w-0 text-ink aria-invalid:border-late max-desk:w-full`}
        />
      </label>
      {unread ? (
        <p id={`${id}-error`} role="alert" className="mt-1 text-12 font-medium text-late">
          “{unread.slice(0, 40)}” isn’t a date.
        </p>
      ) : null}
    </div>
  );
}

export function FilterSelect({
  label,
  name,
  value,
  children,
}: {
  label: string;
  name: string;
  value: string | undefined;
  children: ReactNode;
}) {
  return (
    <select name={name} aria-label={label} defaultValue={value ?? ""} className={`${BOX} max-desk:flex-1`}>
      {children}
    </select>
  );
}
