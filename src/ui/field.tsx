// A labelled input with its hint and its error beside it, tied together for screen readers.
// Errors sit by the field they are about; what was typed stays.
import { useId, type ComponentProps, type ReactNode } from "react";
import { typedBefore } from "./chosen-before.ts";

type Wording = { label: ReactNode; hint?: ReactNode; error?: string | undefined };
type Ties = { id: string; "aria-describedby": string | undefined; "aria-invalid": true | undefined };

const CONTROL =
  "w-full min-h-9 rounded-control border bg-card px-2.5 text-14 text-ink transition-colors touch:min-h-11 " +
  "touch:text-16 disabled:opacity-60 aria-invalid:border-late border-edge";

export function Field({
  label,
  hint,
  error,
  ...input
}: Wording & Omit<ComponentProps<"input">, "className">) {
  return (
    <Labelled label={label} hint={hint} error={error} id={input.id}>
      {(ties) => (
        <input {...input} {...ties} ref={typedBefore(input.onChange, input.ref)} className={CONTROL} />
      )}
    </Labelled>
  );
}

export function SelectField({
  label,
  hint,
  error,
  children,
  ...select
}: Wording & Omit<ComponentProps<"select">, "className">) {
  return (
    <Labelled label={label} hint={hint} error={error} id={select.id}>
      {(ties) => (
        <select {...select} {...ties} className={CONTROL}>
          {children}
        </select>
      )}
    </Labelled>
  );
}

export function TextAreaField({
  label,
  hint,
  error,
  ...area
}: Wording & Omit<ComponentProps<"textarea">, "className">) {
  return (
    <Labelled label={label} hint={hint} error={error} id={area.id}>
      {(ties) => (
        <textarea
          rows={3}
          {...area}
          {...ties}
          ref={typedBefore(area.onChange, area.ref)}
          className={`${CONTROL} py-2`}
        />
      )}
    </Labelled>
  );
}

type LabelledProps = Wording & { id: string | undefined; children: (ties: Ties) => ReactNode };

function Labelled({ label, hint, error, id: given, children }: LabelledProps) {
  const made = useId();
  const id = given ?? made;
  const notes = [hint ? `${id}-hint` : null, error ? `${id}-error` : null].filter((note) => note !== null);
  const ties: Ties = {
    id,
    "aria-describedby": notes.length > 0 ? notes.join(" ") : undefined,
    "aria-invalid": error ? true : undefined,
  };
  return (
    <div className="grid gap-1">
      <label htmlFor={id} className="text-13 font-medium">
        {label}
      </label>
      {children(ties)}
      {hint ? (
        <p id={`${id}-hint`} className="text-12 text-soft">
          {hint}
        </p>
      ) : null}
      <div aria-live="polite" className="contents">
        {error ? (
          <p id={`${id}-error`} className="text-12 font-medium text-late">
            {error}
          </p>
        ) : null}
      </div>
    </div>
  );
}
