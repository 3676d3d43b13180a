// That it is still they: a code, where one has an app for it, else the password.
import { Field } from "@/ui/field.tsx";
import { CodeField } from "../code-field.tsx";

export type ProvenBy = "code" | "password" | "nothing";
type Props = { by: ProvenBy; email: string; errors: Readonly<Record<string, string | undefined>> };

export function ProveAgain({ by, email, errors }: Props) {
  if (by === "nothing") return null;
  if (by === "code") return <CodeField error={errors["code"]} />;
  return (
    <>
      {/* For password managers: whose password it is. */}
      <input type="text" name="username" autoComplete="username" value={email} readOnly hidden />
      <Field
        label="Your password"
        name="currentPassword"
        type="password"
        autoComplete="current-password"
        error={errors["currentPassword"]}
      />
    </>
  );
}
