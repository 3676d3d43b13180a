// A link to another page that looks like a button. Apart from buttons, which are on pages that shan't be sent all that a
// link can do.
import type { ReactNode } from "react";
import type { Route } from "next";
import { lookOf, type ButtonVariant } from "./button-look.ts";
import { Link } from "./link.tsx";

type ButtonLinkProps = { href: Route; variant?: ButtonVariant; full?: boolean; children: ReactNode };

export function ButtonLink({ href, variant = "plain", full = false, children }: ButtonLinkProps) {
  return (
    <Link href={href} className={`${lookOf(variant)} ${full ? "w-full" : ""}`}>
      {children}
    </Link>
  );
}
