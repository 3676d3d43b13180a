"use client";
// One address, two ways: the password, or a link to the address. Enter takes the password.
import { Button } from "@/ui/button.tsx";
import { Field } from "@/ui/field.tsx";
import { Link } from "@/ui/link.tsx";
import { SubmitButton } from "@/ui/submit-button.tsx";
import { signInAction } from "../actions.ts";
import { FrontForm } from "../front-form.tsx";
import { PasskeyButton } from "./passkey-button.tsx";

type Props = {
  to: string;
  /** Whether a link can come at all. */
  mail: boolean;
  /** Whether browsers have passkeys for this address. */
  passkeys: boolean;
};

export function SignInForm({ to, mail, passkeys }: Props) {
  return (
    <FrontForm action={signInAction}>
      {({ values, errors }) => (
        <>
          <input type="hidden" name="to" value={to} />
          <Field
            label="E-mail"
            name="email"
            type="email"
            autoComplete="username"
            defaultValue={values["email"]}
            error={errors["email"]}
          />
          <Field
            label="Password"
            name="password"
            type="password"
            autoComplete="current-password"
            error={errors["password"]}
          />
          <SubmitButton full>Sign in</SubmitButton>
          {mail ? <ByMail /> : <NoMail />}
          {passkeys ? <PasskeyButton to={to} /> : null}
        </>
      )}
    </FrontForm>
  );
}

function ByMail() {
  return (
    <>
      <Link href="/sign-in/new-password" className="justify-self-center text-13 text-link">
        Forgot your password?
      </Link>
      <p aria-hidden="true" className="text-center text-13 text-soft">
        or without a password
      </p>
      <Button type="submit" name="by" value="link" full>
        E-mail me a sign-in link
      </Button>
    </>
  );
}

function NoMail() {
  return (
    <p className="text-13 text-soft">
      Forgot your password? No mail goes out of this copy of Onaccount yet, so ask whoever runs it for a new
      one.
    </p>
  );
}
