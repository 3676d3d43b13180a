// One answer of several, with its words and what stands beside them; the words are part of what one can press.
import type { ReactNode } from "react";

type Props = {
  name: string;
  checked: boolean;
  onChoose: () => void;
  label: ReactNode;
  hint?: ReactNode;
  question?: boolean;
};

export function RadioChoice({ name, checked, onChoose, label, hint, question = false }: Props) {
  return (
    <label className="flex min-h-9 items-baseline gap-2.5 py-1 touch:min-h-11 touch:py-2.5">
      <input
        type="radio"
        name={name}
        checked={checked}
        onChange={onChoose}
        data-question={question ? "" : undefined}
        className="size-4 shrink-0 translate-y-0.5"
      />
      <span className="min-w-0 wrap-anywhere">
        {label}
        {hint ? <span className="block text-13 text-soft">{hint}</span> : null}
      </span>
    </label>
  );
}
