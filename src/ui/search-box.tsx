"use client";
// One box that finds: Enter opens what was typed, or what there is of it; on the list itself the rows follow the typing.
// It is an ordinary GET form, so it works before, and without, its script.
import { Search } from "lucide-react";
import type { Route } from "next";
import Form from "next/form";
import { usePathname, useRouter, useSearchParams } from "next/navigation";
import { useEffect, useRef, type KeyboardEvent } from "react";

const PAUSE_MS = 250;

type Props = { find: Route; list: Route; label: string; hint: string };

export function SearchBox({ find, list, label, hint }: Props) {
  const params = useSearchParams();
  const router = useRouter();
  const onList = usePathname() === list;
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

  /** On the list, too, Enter opens. */
  function open(event: KeyboardEvent<HTMLInputElement>) {
    const typed = event.currentTarget.value.trim();
    if (event.key !== "Enter" || event.nativeEvent.isComposing || typed === "") return;
    event.preventDefault();
    clearTimeout(timer.current);
    router.push(`${find}?${new URLSearchParams({ search: typed })}` as Route);
  }

  return (
    <Form
      action={onList ? list : find}
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
        placeholder={hint}
        onKeyDown={onList ? open : undefined}
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
