"use client";
// The button that sends a form to a server action: while the form is on its way it can't be pressed twice.
import { useFormStatus } from "react-dom";
import { Button, type ButtonVariant } from "./button.tsx";

type Props = { variant?: ButtonVariant; full?: boolean; children: React.ReactNode };

export function SubmitButton({ variant = "primary", full = false, children }: Props) {
  const { pending } = useFormStatus();
  return (
    <Button type="submit" variant={variant} full={full} pending={pending}>
      {children}
    </Button>
  );
}
