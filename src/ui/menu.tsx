"use client";
// A few links or actions behind one button. It is a disclosure, not an application menu: Tab walks through it, Escape
// and a click elsewhere close it, and without JavaScript it still opens.
import { usePathname } from "next/navigation";
import { useEffect, useRef, type ReactNode } from "react";

type Props = {
  label: ReactNode;
  side?: keyof typeof SIDES;
  variant?: string;
  /** It has something to say before anybody asks. */
  startsOpen?: boolean;
  children: ReactNode;
};

/** Which edge of the button the panel keeps to; "end-on-wide" turns to stay inside a phone's screen. */
const SIDES = {
  start: "top-full mt-1 left-0",
  end: "top-full mt-1 right-0",
  "end-on-wide": "top-full mt-1 max-desk:left-0 desk:right-0",
  above: "bottom-full mb-1 right-0",
};

/** What an item in a menu looks like; for links and buttons alike. */
export const MENU_ITEM =
  "flex w-full min-h-9 items-center gap-2 rounded-control px-2.5 text-left text-14 hover:bg-hover touch:min-h-11 " +
  "[&_svg]:size-4 [&_svg]:shrink-0 [&_svg]:text-soft";

export function Menu({ label, side = "start", variant = "", startsOpen = false, children }: Props) {
  const ref = useRef<HTMLDetailsElement>(null);
  const pathname = usePathname();
  useEffect(() => {
    ref.current?.toggleAttribute("open", startsOpen);
  }, [pathname, startsOpen]);
  useEffect(() => closesByItself(ref), []);

  return (
    <details ref={ref} open={startsOpen} className="group relative">
      <summary
        className={`flex cursor-pointer list-none items-center rounded-control [&::-webkit-details-marker]:hidden ${variant}`}
      >
        {label}
      </summary>
      <div
        className={
          "absolute z-30 min-w-56 rounded-card border border-line bg-raised p-1.5 shadow-raised " +
          SIDES[side]
        }
      >
        {children}
      </div>
    </details>
  );
}

function closesByItself(ref: React.RefObject<HTMLDetailsElement | null>): () => void {
  const outside = (event: MouseEvent) => {
    const menu = ref.current;
    if (menu?.open && event.target instanceof Node && !menu.contains(event.target))
      menu.removeAttribute("open");
  };
  const escape = (event: KeyboardEvent) => {
    const menu = ref.current;
    if (event.key !== "Escape" || !menu?.open) return;
    menu.removeAttribute("open");
    if (menu.contains(document.activeElement)) menu.querySelector("summary")?.focus();
  };
  document.addEventListener("click", outside);
  document.addEventListener("keydown", escape);
  return () => {
    document.removeEventListener("click", outside);
    document.removeEventListener("keydown", escape);
  };
}
