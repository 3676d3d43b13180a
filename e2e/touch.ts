// What a machine can tell about whether a finger hits it: from its middle to the left and right, and up and down, what
// can be pressed is 44 px of itself, with nothing else in between. Left out is a link in a paragraph that has words of
// its own beside it: it can't be taller than its line without lying over the one below (WCAG 2.5.8, "inline").
import { expect, type Page } from "@playwright/test";

/** 44, less the pixel of the middle and one that is lost where an edge falls between two. */
const LEAST = 42;

export async function expectTouchable(page: Page): Promise<void> {
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  const small = await page.evaluate(smallTargets, { least: LEAST, within: "body" });
  expect.soft(small, page.url()).toEqual([]);
}

/** What is asked over the page: below it nothing can be pressed. */
export async function expectDialogTouchable(page: Page): Promise<void> {
  const dialog = page.getByRole("dialog");
  await expect(dialog).toBeVisible();
  const small = await page.evaluate(smallTargets, { least: LEAST, within: "dialog[open]" });
  expect.soft(small, `${page.url()}: ${await dialog.getByRole("heading").first().innerText()}`).toEqual([]);
}

/** Runs in the page. */
function smallTargets({ least, within }: { least: number; within: string }): string[] {
  const kinds = "a[href], button, select, summary, textarea, input:not([type=hidden])";
  const isInSentence = (target: Element) => {
    const paragraph = target.closest("p");
    if (target.tagName !== "A" || !paragraph) return false;
    const words = paragraph.cloneNode(true) as Element;
    for (const link of words.querySelectorAll("a")) link.remove();
    return /\p{L}{2,}\P{L}+\p{L}{2,}/u.test(words.textContent ?? "");
  };
  const nameOf = (target: Element) => target.getAttribute("aria-label") ?? target.textContent?.trim() ?? "";
  const around = document.querySelector(within);
  return [...(around?.querySelectorAll<HTMLElement>(kinds) ?? [])].flatMap((target) => {
    const isShown = target.checkVisibility({ visibilityProperty: true, opacityProperty: true });
    if (!isShown || target.matches(":disabled, .sr-only *, .sr-only") || isInSentence(target)) return [];
    target.scrollIntoView({ block: "center", inline: "nearest", behavior: "instant" });
    const box = target.getClientRects()[0];
    if (!box || box.width < 2) return [];
    const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
    const labels = target instanceof HTMLInputElement ? [...(target.labels ?? [])] : [];
    const isHit = (right: number, down: number) => {
      const left = Math.min(Math.max(x + right, 0), window.innerWidth - 1);
      const at = document.elementFromPoint(left, y + down);
      return at !== null && [target, ...labels].some((one) => one.contains(at));
    };
    const reach = (right: number, down: number) => {
      let far = 0;
      while (far < 44 && isHit(right * (far + 1), down * (far + 1))) far++;
      return far;
    };
    // Half of it on each side is enough, and nothing to press is so narrow that it lies between these; else it is asked for each pixel.
    const isHalf = (right: number, down: number) =>
      [7, 14, least / 2].every((far) => isHit(right * far, down * far));
    const along = (right: number, down: number) =>
      isHalf(right, down) && isHalf(-right, -down) ? least : reach(right, down) + reach(-right, -down);
    const [wide, tall] = [along(1, 0), along(0, 1)];
    if (wide >= least && tall >= least) return [];
    return [`${target.tagName} ${nameOf(target).slice(0, 40)}: ${wide} × ${tall}`];
  });
}
