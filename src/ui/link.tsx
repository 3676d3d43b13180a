"use client";
// A link that fetches ahead only when someone is about to follow it, for fifty rows must not cost fifty reads, and that
// shows at once that it was followed.
import NextLink, { useLinkStatus } from "next/link";
import { useRef, useState, type ComponentProps } from "react";
import { createPortal } from "react-dom";
import type { Route } from "next";

type Props = Omit<ComponentProps<typeof NextLink>, "href" | "prefetch"> & { href: Route };

/** Long enough that a pointer on its way elsewhere fetches nothing. */
const REST_MS = 80;

export function Link({ children, ...props }: Props) {
  const [near, setNear] = useState(false);
  const rest = useRef<ReturnType<typeof setTimeout>>(undefined);
  return (
    <NextLink
      {...props}
      prefetch={near ? null : false}
      onMouseEnter={() => (rest.current = setTimeout(() => setNear(true), REST_MS))}
      onMouseLeave={() => clearTimeout(rest.current)}
      onFocus={() => setNear(true)}
    >
      {children}
      <UnderWay />
    </NextLink>
  );
}

/** A thin bar at the top of the window while the next page is on its way. */
function UnderWay() {
  const { pending } = useLinkStatus();
  return pending ? createPortal(<span aria-hidden="true" className="under-way" />, document.body) : null;
}
