// One box of a line, with its name above it, which is heard together with what the line is.
import type { ComponentProps } from "react";

type Props = Omit<ComponentProps<"input">, "className"> & {
  name: string;
  label: string;
  of: string;
  errorId: string | undefined;
  numeric?: boolean;
};

export function Box({ label, of, errorId, numeric = false, ...input }: Props) {
  return (
    <label className="grid min-w-0 gap-0.5 text-12 text-soft">
      <span>{label}</span>
      <input
        autoComplete="off"
        inputMode={numeric ? "decimal" : undefined}
        maxLength={40}
        {...input}
        aria-label={`${label} of ${of}`}
        aria-invalid={errorId ? true : undefined}
        aria-describedby={errorId}
        className={`h-9 w-full min-w-0 rounded-control border border-edge bg-card px-2.5 text-14 text-ink aria-invalid:border-late touch:h-11 touch:text-16 ${numeric ? "text-right" : ""}`}
      />
    </label>
  );
}
