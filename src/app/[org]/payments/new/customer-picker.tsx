"use client";
// Finds a customer while one types: name, number, e-mail or phone. Arrows choose, Enter takes, Escape gives up.
import { useRouter } from "next/navigation";
import { useCallback, useEffect, useId, useRef, useState, useTransition, type KeyboardEvent } from "react";
import { formatAmount } from "@/domain/money.ts";
import { api, type ClientOutput } from "@/server/client.ts";
import { Field } from "@/ui/field.tsx";
import { toNewPayment } from "../../ways.ts";

type Found = ClientOutput["customers"]["list"]["rows"];

const PAUSE_MS = 150;
const SHOWN = 8;

type Props = { org: string; locale: string; error: string | undefined; onChosen: () => void };

export function CustomerPicker({ org, locale, error, onChosen }: Props) {
  const router = useRouter();
  const [going, startGoing] = useTransition();
  const [text, setText] = useState("");
  const list = useId();
  const { found, at, setAt, search, close } = useFound(org);

  const box = useRef<HTMLInputElement>(null);
  useEffect(() => {
    // What was typed before this script had come counts, too.
    const typed = box.current?.value ?? "";
    box.current?.focus();
    setText(typed);
    search(typed);
  }, [search]);

  function take(row: Found[number] | undefined) {
    if (!row) return;
    close();
    setText(row.name);
    onChosen();
    startGoing(() => router.replace(toNewPayment(org, { customer: row.customerId })));
  }

  function pressed(event: KeyboardEvent<HTMLInputElement>) {
    if (event.ctrlKey || event.metaKey || event.nativeEvent.isComposing) return;
    const count = found?.length ?? 0;
    const steps: Record<string, () => void> = {
      ArrowDown: () => setAt((at + 1) % Math.max(1, count)),
      ArrowUp: () => setAt((at - 1 + count) % Math.max(1, count)),
      Enter: () => take(found?.[at]),
      Escape: () => close(),
    };
    const step = steps[event.key];
    if (!step || (event.key === "Escape" && !found)) return;
    event.preventDefault();
    step();
  }

  return (
    <div className="relative">
      <Field
        ref={box}
        label="Customer"
        name="customer"
        role="combobox"
        aria-expanded={found !== null}
        aria-controls={list}
        aria-autocomplete="list"
        aria-activedescendant={found?.[at] ? `${list}-${at}` : undefined}
        aria-busy={going}
        autoComplete="off"
        placeholder="Name, number, e-mail or phone"
        value={text}
        error={error}
        onChange={(event) => {
          setText(event.target.value);
          search(event.target.value);
        }}
        onKeyDown={pressed}
        onBlur={() => close()}
      />
      <div id={list} role="listbox" aria-label="Customers found" className={found ? LIST : "hidden"}>
        {found?.map((row, index) => (
          <div
            key={row.customerId}
            id={`${list}-${index}`}
            role="option"
            aria-selected={index === at}
            tabIndex={-1}
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => take(row)}
            className="flex min-h-9 cursor-default items-baseline gap-3 rounded-control px-2.5 py-1.5 hover:bg-hover aria-selected:bg-accent-wash touch:min-h-11"
          >
            <span className="min-w-0 flex-1 truncate font-medium">
              {row.name} <span className="ml-1 font-normal text-soft">{row.number}</span>
            </span>
            <span className="text-13 text-soft">{formatAmount(row.balanceCents, row.currency, locale)}</span>
          </div>
        ))}
        {found?.length === 0 ? (
          <div
            role="option"
            aria-selected="false"
            aria-disabled="true"
            tabIndex={-1}
            className="px-2.5 py-2 text-soft"
          >
            No customer matches “{text}”.
          </div>
        ) : null}
      </div>
    </div>
  );
}

const LIST =
  "absolute inset-x-0 top-full z-30 mt-1 rounded-card border border-line bg-raised p-1 shadow-raised";

/** Asks after a short pause; an answer that was overtaken is dropped. */
function useFound(org: string) {
  const [found, setFound] = useState<Found | null>(null);
  const [at, setAt] = useState(0);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const asked = useRef(0);
  useEffect(() => () => clearTimeout(timer.current), []);
  const close = useCallback(() => {
    clearTimeout(timer.current);
    asked.current++;
    setFound(null);
  }, []);
  const search = useCallback(
    (text: string) => {
      clearTimeout(timer.current);
      const mine = ++asked.current;
      if (text.trim() === "") return setFound(null);
      timer.current = setTimeout(() => {
        const answer = (rows: Found | null) => {
          if (mine !== asked.current) return;
          setFound(rows);
          setAt(0);
        };
        void api(org)
          .customers.list.query({ search: text.trim().slice(0, 200) })
          .then(
            (list) => answer(list.rows.slice(0, SHOWN)),
            () => answer(null),
          );
      }, PAUSE_MS);
    },
    [org],
  );
  return { found, at, setAt, search, close };
}
