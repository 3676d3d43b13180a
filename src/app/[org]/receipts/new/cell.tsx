// One box of a line: its name is heard, and on a phone seen; on a wide screen the head of the column says it.
import type { ComponentProps } from "react";

type Props = Omit<ComponentProps<"input">, "className"> & {
  name: string;
  label: string;
  of: string;
  errorId: string | undefined;
  numeric?: boolean;
};

export function Cell({ label, of, errorId, numeric = false, ...input }: Props) {
  return (
    <label className="grid min-w-0 gap-0.5 text-12 text-soft">
      <span className="desk:hidden">{label}</span>
      <input
        autoComplete="off"
        inputMode={numeric ? "decimal" : undefined}
        {...input}
        aria-label={`${label} of ${of}`}
        aria-invalid={errorId ? true : undefined}
        aria-describedby={errorId}
        className={`h-9 w-full min-w-0 rounded-control border border-edge bg-card px-2.5 text-14 text-ink aria-invalid:border-late touch:h-11 touch:text-16 ${numeric ? "text-right" : ""}`}
      />
    </label>
  );
}
