// What is typed into a form and not sent yet, as this tab keeps it. It belongs to who typed it and to one place (of one
// business, of one customer), and is gone when the form is sent or emptied.
import type { KeyPlace } from "./use-command.ts";

export type KeptForm<Typed> = {
  read: () => Typed | null;
  /** null: there is nothing typed in it any more. */
  keep: (typed: Typed | null) => void;
  forget: () => void;
  /** Under this key it was sent, maybe without an answer: sent again after a reload, it is recorded once. */
  key: KeyPlace;
};

export function keptForm<Typed>(userId: string, place: readonly string[]): KeptForm<Typed> {
  const name = JSON.stringify(["onaccount-form-v2", userId, ...place]);
  type Kept = { typed: Typed | null; key: string | null };
  const read = (): Kept => {
    const text = sessionStorage.getItem(name);
    return text ? (JSON.parse(text) as Kept) : { typed: null, key: null };
  };
  const write = (kept: Kept) =>
    kept.typed === null && kept.key === null
      ? sessionStorage.removeItem(name)
      : sessionStorage.setItem(name, JSON.stringify(kept));
  return {
    read: () => read().typed,
    keep: (typed) => write({ ...read(), typed }),
    forget: () => sessionStorage.removeItem(name),
    key: { read: () => read().key, keep: (key) => write({ ...read(), key }) },
  };
}
