// The keys of one thing that can be done, as they are engraved. For the eye: assistive technology has its own ways.
import { COUNTER_KEYS, type CounterAct } from "../../_shell/counter-shortcuts.ts";

export function KeyHint({ of }: { of: CounterAct }) {
  return (
    <span aria-hidden="true" className="flex gap-0.5 max-desk:hidden">
      {COUNTER_KEYS[of].keys.map((key) => (
        <kbd
          key={key}
          className="rounded-bar border border-line bg-hover px-1 font-sans text-12 font-normal text-soft"
        >
          {key}
        </kbd>
      ))}
    </span>
  );
}

/** The name of a box, with the key that leads there. */
export function Keyed({ label, of }: { label: string; of: CounterAct }) {
  return (
    <span className="flex items-center gap-2">
      {label} <KeyHint of={of} />
    </span>
  );
}
