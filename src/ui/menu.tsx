"use client";
// A few links, actions or fields behind one button. It is a disclosure, not an application menu: Tab walks through it and
// out of it. The browser's own popover opens it, also without JavaScript, closes it on Escape and on a click elsewhere,
// and keeps it above everything.
import { usePathname } from "next/navigation";
import { useEffect, useId, useRef, type FocusEvent, type ReactNode } from "react";

type Props = {
  label: ReactNode;
  side?: keyof typeof SIDES;
  variant?: string;
  /** It has something to say before anybody asks. */
  startsOpen?: boolean;
  children: ReactNode;
};

/** Which edge of the button the panel keeps to, while there is room. */
const SIDES = {
  start: "supports-anchor:[position-area:bottom_span-right] supports-anchor:mt-1",
  end: "supports-anchor:[position-area:bottom_span-left] supports-anchor:mt-1",
  above: "supports-anchor:[position-area:top_span-left] supports-anchor:mb-1",
};

export function Menu({ label, side = "start", variant = "", startsOpen = false, children }: Props) {
  const panel = useRef<HTMLDivElement>(null);
  const id = useId();
  const pathname = usePathname();
  const shownOn = useRef({ pathname, startsOpen });
  useEffect(() => {
    // Whoever opened it before the script came finds it open still.
    const stayed = shownOn.current.pathname === pathname && shownOn.current.startsOpen === startsOpen;
    shownOn.current = { pathname, startsOpen };
    if (!startsOpen && !stayed) close(panel.current);
    else if (startsOpen && !panel.current?.matches(":popover-open")) panel.current?.showPopover();
  }, [pathname, startsOpen]);

  useEffect(() => {
    const { current } = panel;
    // A way to elsewhere is taken, if only to another view of the same page.
    const chosen = ({ target }: MouseEvent) => {
      if (target instanceof Element && target.closest("a")) close(current);
    };
    // A question that one of its items asked is answered: the menu has done its part, and its button gets the focus.
    const answered = () => close(current);
    current?.addEventListener("click", chosen);
    current?.addEventListener("close", answered, true);
    return () => {
      current?.removeEventListener("click", chosen);
      current?.removeEventListener("close", answered, true);
    };
  }, []);

  function left({ currentTarget, relatedTarget }: FocusEvent) {
    // Nothing is focused when the window is left, or where a click hits nothing; that click closes by itself.
    if (relatedTarget && !currentTarget.contains(relatedTarget)) close(panel.current);
  }
  return (
    <div onBlur={left}>
      <button
        type="button"
        popoverTarget={id}
        className={`flex cursor-pointer items-center rounded-control ${variant}`}
      >
        {label}
      </button>
      <div
        ref={panel}
        id={id}
        popover="auto"
        className={
          "m-auto max-w-[calc(100vw-1rem)] min-w-56 rounded-card border border-line bg-raised p-1.5 text-ink shadow-raised " +
          "supports-anchor:inset-auto supports-anchor:m-0 " +
          "supports-anchor:[position-try-fallbacks:flip-inline,flip-block,flip-inline_flip-block] " +
          SIDES[side]
        }
      >
        {children}
      </div>
    </div>
  );
}

const close = (panel: HTMLElement | null): void => {
  if (panel?.matches(":popover-open")) panel.hidePopover();
};
