"use client";
// The keyboard never falls out of the page: when what had the focus goes (a row that was archived, a form that was saved,
// a page that was left), the nearest thing around it that is still there has it. A click beside everything is no loss.
import { usePathname } from "next/navigation";
import { useEffect, useRef } from "react";

const AROUND = "form, section, dialog, main";

export function FocusKeeper({ main }: { main: string }) {
  const pathname = usePathname();
  const before = useRef(pathname);
  useEffect(() => keepFocus(main), [main]);
  useEffect(() => {
    if (before.current === pathname) return;
    before.current = pathname;
    // The page's own effects have run: what takes the focus by itself has it.
    if (isLost()) take(document.getElementById(main));
  }, [pathname, main]);
  return null;
}

const isLost = () => document.activeElement === document.body || document.activeElement === null;

function keepFocus(main: string): () => void {
  let around: Element[] = [];
  let last: Element | null = null;
  const remember = ({ target }: FocusEvent) => {
    if (!(target instanceof Element)) return;
    last = target;
    around = ancestors(target);
  };
  const look = () => {
    if (!last || !isLost() || canHoldFocus(last)) return;
    const place = around.find(canHoldFocus) ?? document.getElementById(main);
    take(twinOf(last, place) ?? place);
  };
  // When React is done, so that whoever moves the focus by itself comes first.
  const watcher = new MutationObserver(() => last && isLost() && requestAnimationFrame(look));
  document.addEventListener("focusin", remember);
  watcher.observe(document.body, {
    subtree: true,
    childList: true,
    attributes: true,
    attributeFilter: ["disabled", "hidden", "open", "inert"],
  });
  return () => {
    document.removeEventListener("focusin", remember);
    watcher.disconnect();
  };
}

/** A form that is drawn anew after it was saved has the same button again. */
function twinOf(gone: Element, place: Element | null): Element | null {
  const twins = [...(place?.querySelectorAll(gone.tagName) ?? [])].filter(
    (each) => nameOf(each) === nameOf(gone) && canHoldFocus(each),
  );
  return twins.length === 1 ? (twins[0] ?? null) : null;
}

const nameOf = (element: Element): string =>
  [
    element.closest("form")?.getAttribute("aria-label"),
    element.getAttribute("name"),
    element.getAttribute("aria-label"),
    element.textContent,
  ].join(" ");

function ancestors(target: Element): Element[] {
  const found: Element[] = [];
  for (let at = target.parentElement?.closest(AROUND); at; at = at.parentElement?.closest(AROUND))
    found.push(at);
  return found;
}

const canHoldFocus = (element: Element): boolean =>
  element.isConnected && !element.matches(":disabled, [inert] *") && element.checkVisibility();

function take(element: Element | null): void {
  if (!(element instanceof HTMLElement)) return;
  if (element.tabIndex < 0 && !element.hasAttribute("tabindex")) element.setAttribute("tabindex", "-1");
  element.focus({ preventScroll: true });
}
