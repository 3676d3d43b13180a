"use client";
// Prints the page as it stands; the shell, the forms and the buttons stay off the paper.
import { Printer } from "lucide-react";
import { Button } from "./button.tsx";

export function PrintButton() {
  return (
    <Button onClick={() => window.print()}>
      <Printer aria-hidden="true" />
      Print
    </Button>
  );
}
