// Buttons, and links to files that look like buttons. A page has one primary action; the rest are plain or quiet.
// 36 px tall, 44 px under a finger.
import type { ComponentProps, MouseEvent, ReactNode } from "react";
import { lookOf, type ButtonVariant } from "./button-look.ts";

export type { ButtonVariant };

type ButtonProps = ComponentProps<"button"> & { variant?: ButtonVariant; pending?: boolean; full?: boolean };

export function Button({
  variant = "plain",
  pending = false,
  full = false,
  onClick,
  children,
  ...rest
}: ButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      // A disabled button would drop the focus, and with it the place of whoever pressed it.
      aria-disabled={pending || rest["aria-disabled"] || undefined}
      aria-busy={pending || undefined}
      onClick={pending ? swallow : onClick}
      className={`${lookOf(variant)} ${full ? "w-full" : ""}`}
    >
      {pending ? <Spinner /> : null}
      {children}
    </button>
  );
}

function swallow(event: MouseEvent): void {
  event.preventDefault();
}

/** For files: a plain anchor, which neither prefetches nor moves the page. */
export function DownloadLink({
  href,
  variant = "plain",
  children,
}: {
  href: string;
  variant?: ButtonVariant;
  children: ReactNode;
}) {
  return (
    <a href={href} className={lookOf(variant)}>
      {children}
    </a>
  );
}

/** For what opens beside the page, such as the preview of a file. */
export function NewTabLink({
  href,
  variant = "plain",
  children,
}: {
  href: string;
  variant?: ButtonVariant;
  children: ReactNode;
}) {
  return (
    <a href={href} target="_blank" rel="noreferrer" className={lookOf(variant)}>
      {children}
    </a>
  );
}

function Spinner() {
  return (
    <svg viewBox="0 0 16 16" aria-hidden="true" className="animate-spin">
      <circle cx="8" cy="8" r="6" fill="none" stroke="currentColor" strokeWidth="2" opacity="0.3" />
      <path d="M14 8a6 6 0 0 0-6-6" fill="none" stroke="currentColor" strokeWidth="2" strokeLinecap="round" />
    </svg>
  );
}
