// Buttons and links that look like buttons. A page has one primary action; the rest are plain or quiet.
// 36 px tall, 44 px under a finger.
import type { ComponentProps, ReactNode } from "react";
import type { Route } from "next";
import { Link } from "./link.tsx";

export type ButtonVariant = "primary" | "plain" | "quiet" | "danger";

const SHAPE =
  "inline-flex min-h-9 items-center justify-center gap-2 whitespace-nowrap rounded-control border px-3 " +
  "text-14 font-medium transition-colors touch:min-h-11 disabled:cursor-default disabled:opacity-60 " +
  "[&_svg]:size-4 [&_svg]:shrink-0";

const LOOKS: Record<ButtonVariant, string> = {
  primary:
    "border-accent bg-accent text-on-accent not-disabled:hover:border-accent-deep not-disabled:hover:bg-accent-deep",
  plain: "border-line bg-card text-ink not-disabled:hover:bg-hover",
  quiet: "border-transparent bg-transparent text-accent not-disabled:hover:bg-hover",
  danger: "border-late bg-card text-late not-disabled:hover:bg-late-wash",
};

type ButtonProps = ComponentProps<"button"> & { variant?: ButtonVariant; pending?: boolean; full?: boolean };

export function Button({
  variant = "plain",
  pending = false,
  full = false,
  disabled,
  children,
  ...rest
}: ButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      disabled={disabled || pending}
      aria-busy={pending || undefined}
      className={`${SHAPE} ${LOOKS[variant]} ${full ? "w-full" : ""}`}
    >
      {pending ? <Spinner /> : null}
      {children}
    </button>
  );
}

type ButtonLinkProps = { href: Route; variant?: ButtonVariant; full?: boolean; children: ReactNode };

export function ButtonLink({ href, variant = "plain", full = false, children }: ButtonLinkProps) {
  return (
    <Link href={href} className={`${SHAPE} ${LOOKS[variant]} ${full ? "w-full" : ""}`}>
      {children}
    </Link>
  );
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
    <a href={href} className={`${SHAPE} ${LOOKS[variant]}`}>
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
    <a href={href} target="_blank" rel="noreferrer" className={`${SHAPE} ${LOOKS[variant]}`}>
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
