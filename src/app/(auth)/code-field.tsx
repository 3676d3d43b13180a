// One box for both kinds of code: that of the app, and one of those for who lost it.
import { Field } from "@/ui/field.tsx";

type Props = { id?: string; error: string | undefined };

/** `id`: where the page has two of them. */
export function CodeField({ id, error }: Props) {
  return (
    <Field
      label="Code"
      name="code"
      id={id}
      autoComplete="one-time-code"
      autoCapitalize="none"
      spellCheck={false}
      maxLength={40}
      hint={error ? undefined : "From your app, or one of your recovery codes."}
      error={error}
    />
  );
}
