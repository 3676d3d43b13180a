// A box to tick with its words beside it; the words are part of what one can press.
import { useId, type ComponentProps, type ReactNode } from "react";

type Props = Omit<ComponentProps<"input">, "type" | "className"> & { label: ReactNode; hint?: ReactNode };

export function CheckField({ label, hint, ...input }: Props) {
  const id = useId();
  return (
    <div>
      <label className="inline-flex min-h-9 items-center gap-2.5 touch:min-h-11">
        <input
          {...input}
          type="checkbox"
          aria-describedby={hint ? `${id}-hint` : undefined}
          className="size-4 shrink-0"
        />
        <span>{label}</span>
      </label>
      {hint ? (
        <p id={`${id}-hint`} className="text-12 text-soft">
          {hint}
        </p>
      ) : null}
    </div>
  );
}
