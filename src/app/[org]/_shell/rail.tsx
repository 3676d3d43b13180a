"use client";
// The sections: a rail with words on a wide screen, icons over small words on a narrow one, a bar under the thumb on a
// phone. One list, so that they can't differ.
import { ChevronUp, Ellipsis } from "lucide-react";
import { usePathname } from "next/navigation";
import type { ReactNode } from "react";
import { Link } from "@/ui/link.tsx";
import { MENU_ITEM } from "@/ui/button-look.ts";
import { Menu } from "@/ui/menu.tsx";
import type { Section } from "./sections.tsx";

const ITEM =
  "flex items-center rounded-control text-soft hover:bg-hover aria-[current]:bg-hover aria-[current]:font-medium " +
  "aria-[current]:text-ink [&_svg]:size-4 [&_svg]:shrink-0 aria-[current]:[&_svg]:text-accent " +
  "max-wide:flex-col max-wide:justify-center max-wide:gap-1 max-wide:text-12 max-wide:[&_svg]:size-5 " +
  "max-desk:min-h-14 desk:max-wide:min-h-14 wide:min-h-9 wide:gap-2.5 wide:px-2.5";

/** A phone shows so many sections and, where there are more, the way to the others. */
const UNDER_THUMB = 4;

type Props = { sections: readonly Section[]; mark: ReactNode; foot: ReactNode };

export function Rail({ sections, mark, foot }: Props) {
  const pathname = usePathname();
  const first = sections.length > UNDER_THUMB + 1 ? UNDER_THUMB : sections.length;
  return (
    <nav
      aria-label="Sections"
      className={
        "z-30 flex border-line bg-ground max-desk:fixed max-desk:inset-x-0 max-desk:bottom-0 max-desk:border-t " +
        "max-desk:px-2 max-desk:pb-[env(safe-area-inset-bottom)] desk:sticky desk:top-0 desk:h-dvh desk:flex-col " +
        "desk:border-r desk:px-3 desk:py-4 print:hidden"
      }
    >
      {mark}
      <ul className="flex flex-1 gap-0.5 desk:flex-col">
        {sections.map((section, at) => (
          <li key={section.href} className={`max-desk:flex-1 ${at < first ? "" : "max-desk:hidden"}`}>
            <Link
              href={section.href}
              aria-current={pathname.startsWith(section.href) ? "page" : undefined}
              className={ITEM}
            >
              {section.icon}
              {section.label}
              <kbd aria-hidden="true" className="ml-auto hidden font-sans text-12 text-faint wide:block">
                g {section.letter}
              </kbd>
            </Link>
          </li>
        ))}
        {first < sections.length ? <More sections={sections.slice(first)} pathname={pathname} /> : null}
      </ul>
      {foot}
    </nav>
  );
}

/** What a phone's bar has no room for. */
function More({ sections, pathname }: { sections: readonly Section[]; pathname: string }) {
  const current = sections.find((section) => pathname.startsWith(section.href));
  return (
    <li className="desk:hidden max-desk:flex-1">
      <Menu
        side="above"
        variant={`${ITEM} w-full ${current ? "bg-hover font-medium text-ink" : ""}`}
        label={
          <>
            {current?.icon ?? <Ellipsis aria-hidden="true" />}
            <span aria-hidden={current ? "true" : undefined} className="inline-flex items-center gap-1">
              {current?.label ?? "More"}
              <ChevronUp aria-hidden="true" className="size-3!" />
            </span>
            {current ? <span className="sr-only">More sections</span> : null}
          </>
        }
      >
        <ul>
          {sections.map((section) => (
            <li key={section.href}>
              <Link
                href={section.href}
                aria-current={section === current ? "page" : undefined}
                className={`${MENU_ITEM} aria-[current]:bg-hover aria-[current]:font-medium`}
              >
                {section.icon}
                {section.label}
              </Link>
            </li>
          ))}
        </ul>
      </Menu>
    </li>
  );
}
