"use client";
// Who is here already, with what is the same; each opens beside the form, so that nothing typed is lost.
import { Notice } from "@/ui/notice.tsx";
import { toCustomerTab } from "../../_shell/links.ts";
import type { Alike } from "./use-new-customer.ts";

export function AlikeNotice({ org, alike }: { org: string; alike: Alike }) {
  if (alike.length === 0) return null;
  return (
    <Notice tone="soon" title="They may be here already">
      <ul className="mt-1 grid gap-1">
        {alike.map((one) => (
          <li key={one.customerId}>
            <a
              href={toCustomerTab(org, one.customerId, "info")}
              target="_blank"
              rel="noreferrer"
              className="font-medium text-link"
            >
              {one.name}
            </a>{" "}
            <span className="text-soft">
              {one.number === one.name ? "" : `${one.number} · `}same {one.same.join(" and ")}
              {one.isArchived ? " · archived" : ""}
            </span>
          </li>
        ))}
      </ul>
    </Notice>
  );
}
