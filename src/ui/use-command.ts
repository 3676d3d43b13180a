"use client";
// One click, one command. The form gets its command key when it is first sent, so a double click and a lost answer are
// one command to the server, and so is a reload of a form whose content outlives it, where it says where to keep the
// key; a new one is made only after a success.
import { useRef, useState } from "react";

/** What went wrong, ready to stand beside the fields or above the form. */
export type Fault = {
  message: string;
  code: string | null;
  details: Readonly<Record<string, unknown>>;
  /** By the form's own names of its fields. */
  fields: Readonly<Record<string, string>>;
  /** The message, where it is about no field of the form. */
  above: string | null;
};

/** What a form calls the field with its day, and the one with its amount. */
type FieldNames = { day?: string; amount?: string };

type Answer = {
  message?: string;
  /** Instead of an answer: what is known of a change whose answer got lost. */
  meta?: { outcome?: string };
  data?: {
    refusal?: { code: string; details?: Record<string, unknown> } | null;
    fields?: Record<string, string[]> | null;
  } | null;
};

const UNREACHABLE = "The server can't be reached. What you typed is kept; try again in a moment.";

export function faultOf(error: unknown, names: FieldNames = {}): Fault {
  const { data, message: given, meta } = (error ?? {}) as Answer;
  const fields = Object.entries(data?.fields ?? {}).flatMap(([said, [words]]) => {
    const name = said === "day" || said === "amount" ? names[said] : said;
    return words === undefined || name === undefined ? [] : [[name, words] as const];
  });
  const message = data || meta?.outcome ? (given ?? "Something went wrong.") : UNREACHABLE;
  return {
    message,
    code: data?.refusal?.code ?? meta?.outcome ?? null,
    details: data?.refusal?.details ?? {},
    fields: Object.fromEntries(fields),
    above: fields.length > 0 ? null : message,
  };
}

/** 128 random bits. Not randomUUID, which browsers keep from pages served without TLS. */
export function commandKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
    byte.toString(16).padStart(2, "0"),
  ).join("");
}

/** Where the key is kept of what outlives the page, such as a draft that is found again after a reload. */
export type KeyPlace = { read: () => string | null; keep: (key: string | null) => void };

export function useCommand<Input, Result>(
  run: (input: Input, key: string) => Promise<Result>,
  done: (result: Result) => void,
  { place, ...names }: FieldNames & { place?: KeyPlace } = {},
) {
  const [pending, setPending] = useState(false);
  const [fault, setFault] = useState<Fault | null>(null);
  const own = useRef<string | null>(null);
  const busy = useRef(false);

  function send(input: Input): void {
    if (busy.current) return;
    busy.current = true;
    const keep = (key: string | null) => {
      own.current = key;
      place?.keep(key);
    };
    const key = (place ? place.read() : own.current) ?? commandKey();
    keep(key);
    setPending(true);
    setFault(null);
    const succeeded = (result: Result) => {
      keep(null);
      done(result);
    };
    void run(input, key)
      .then(succeeded, (error: unknown) => {
        const told = faultOf(error, names);
        // That one is over; whoever sends again means another.
        if (told.code === "sent-before") keep(null);
        setFault(told);
      })
      .finally(() => {
        busy.current = false;
        setPending(false);
      });
  }

  return { send, pending, fault };
}
