"use client";
// A link that fetches ahead only when someone is about to follow it: fifty rows must not cost fifty reads.
import NextLink from "next/link";
import { useState, type ComponentProps } from "react";
import type { Route } from "next";

type Props = Omit<ComponentProps<typeof NextLink>, "href" | "prefetch"> & { href: Route };

export function Link(props: Props) {
  const [near, setNear] = useState(false);
  return (
    <NextLink
      {...props}
      prefetch={near ? null : false}
      onMouseEnter={() => setNear(true)}
      onFocus={() => setNear(true)}
    />
  );
}
