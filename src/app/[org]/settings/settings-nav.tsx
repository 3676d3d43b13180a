"use client";
// The sections of the settings by groups: a list at the side where there is room, else one line that says where one is
// and opens all of them. Both are there without a script.
import { ChevronDown } from "lucide-react";
import { usePathname } from "next/navigation";
import { useEffect, useId, useRef } from "react";
import { Link } from "@/ui/link.tsx";
import { toSettings } from "../_shell/links.ts";
import { SETTINGS_GROUPS } from "../_shell/settings-sections.ts";

type Props = { org: string };
type Current = { org: string; here: string | undefined };

export function SettingsNav({ org }: Props) {
  const here = usePathname().split("/")[3];
  return (
    <nav aria-label="Settings" className="relative print:hidden">
      <a
        href="#section"
        className="sr-only z-10 rounded-control bg-accent px-4 py-2 font-medium text-on-accent focus:not-sr-only focus:absolute focus:top-0 focus:left-0"
      >
        Skip the sections
      </a>
      <Chooser org={org} here={here} key={here} />
      <SideList org={org} here={here} />
    </nav>
  );
}

/** Its key is the section, so it is shut again where one arrives. */
function Chooser({ org, here }: Current) {
  const group = SETTINGS_GROUPS.find(({ sections }) => sections.some(([section]) => section === here));
  const words = group?.sections.find(([section]) => section === here)?.[1];
  return (
    <details className="group rounded-card border border-line bg-card aside:hidden">
      <summary className="flex min-h-11 cursor-pointer list-none items-center gap-2 rounded-card px-4 [&::-webkit-details-marker]:hidden">
        <span className="text-soft">{group?.title}</span>
        <span aria-hidden="true" className="text-faint">
          /
        </span>
        <span className="font-medium">{words}</span>
        <span className="sr-only">, all sections</span>
        <ChevronDown aria-hidden="true" className="ml-auto size-4 text-soft group-open:rotate-180" />
      </summary>
      <div className="columns-2 gap-x-2 border-t border-line px-1.5 pt-3 pb-1.5 desk:columns-3">
        <Groups org={org} here={here} />
      </div>
    </details>
  );
}

/** It stays while the page goes by, and scrolls by itself on a screen that is lower than it, with the section in sight. */
function SideList({ org, here }: Current) {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const current = list.current?.querySelector<HTMLElement>("[aria-current]");
    if (list.current && current) list.current.scrollTop = current.offsetTop - list.current.clientHeight / 2;
  }, [here]);
  return (
    <div
      ref={list}
      className="sticky top-18 -mx-2.5 hidden max-h-[calc(100dvh-8rem)] overflow-y-auto px-0.5 [scrollbar-width:thin] aside:block"
    >
      <Groups org={org} here={here} />
    </div>
  );
}

function Groups({ org, here }: Current) {
  const id = useId();
  return SETTINGS_GROUPS.map(({ title, sections }, at) => (
    <div key={title} className="mb-3 break-inside-avoid last:mb-0">
      <p id={`${id}${at}`} className="px-2.5 pb-1 text-12 text-soft">
        {title}
      </p>
      <ul aria-labelledby={`${id}${at}`}>
        {sections.map(([section, words]) => (
          <li key={words}>
            <Link
              href={toSettings(org, section)}
              aria-current={section === here ? "page" : undefined}
              className={
                "flex min-h-8 items-center rounded-control px-2.5 -outline-offset-2 touch:min-h-11 hover:bg-hover " +
                "aria-[current]:bg-hover aria-[current]:font-medium"
              }
            >
              {words}
            </Link>
          </li>
        ))}
      </ul>
    </div>
  ));
}
