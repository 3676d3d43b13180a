"use client";
// One box that finds: Enter goes to the list with what was typed; on the list itself the rows follow the typing.
// It is an ordinary GET form, so it works before, and without, its script.
import { Search } from "lucide-react";
import type { Route } from "next";
import Form from "next/form";
import { usePathname, useSearchParams } from "next/navigation";
import { useEffect, useRef } from "react";

const PAUSE_MS = 250;

export function SearchBox({ action, label }: { action: Route; label: string }) {
  const params = useSearchParams();
  const onList = usePathname() === action;
  const searched = onList ? (params.get("search") ?? "") : "";
  const input = useRef<HTMLInputElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  useEffect(() => {
    // What is being typed right now is newer than the address.
    if (input.current && document.activeElement !== input.current) input.current.value = searched;
  }, [searched]);

  function follow() {
    clearTimeout(timer.current);
    if (onList) timer.current = setTimeout(() => input.current?.form?.requestSubmit(), PAUSE_MS);
  }

  return (
    <Form
      action={action}
      replace={onList}
      scroll={false}
      role="search"
      className="relative min-w-0 flex-1 desk:max-w-96"
    >
      <Search
        aria-hidden="true"
        className="pointer-events-none absolute top-1/2 left-2.5 size-4 -translate-y-1/2 text-faint"
      />
      <input
        ref={input}
        type="search"
        name="search"
        aria-label={label}
        placeholder={`${label}…`}
        defaultValue={searched}
        onInput={follow}
        autoComplete="off"
        className="h-9 w-full rounded-control border border-edge bg-card pr-8 pl-8 touch:h-11 touch:text-16 [&::-webkit-search-cancel-button]:hidden"
      />
      <kbd
        aria-hidden="true"
        className="pointer-events-none absolute top-1/2 right-2.5 hidden -translate-y-1/2 font-sans text-12 text-faint desk:block"
      >
        /
      </kbd>
      {onList ? <Kept params={params} names={["show", "sort", "direction"]} /> : null}
    </Form>
  );
}

/** The list keeps its order, and whom it shows, while one searches in it. */
function Kept({ params, names }: { params: URLSearchParams; names: readonly string[] }) {
  return names.map((name) => {
    const value = params.get(name);
    return value === null ? null : <input key={name} type="hidden" name={name} value={value} />;
  });
}
