"use client";
// The button that sends a form to a server action: while the form is on its way it can't be pressed twice.
import { useFormStatus } from "react-dom";
import { Button, type ButtonLook } from "./button.tsx";

type Props = { look?: ButtonLook; full?: boolean; children: React.ReactNode };

export function SubmitButton({ look = "primary", full = false, children }: Props) {
  const { pending } = useFormStatus();
  return (
    <Button type="submit" look={look} full={full} pending={pending}>
      {children}
    </Button>
  );
}
