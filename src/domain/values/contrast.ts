// How well a colour stands out on white paper, as WCAG 2 counts it: 1 is white itself, 21 is black.

/** Of text; what an accent sets is read, too. */
export const ENOUGH_CONTRAST = 4.5;

/** "#1f5f4a", in small letters; null for what is no colour of six digits. */
export function colourOf(typed: string): string | null {
  const hex = /^#?([0-9a-f]{6})$/.exec(typed.trim().toLowerCase())?.[1];
  return hex === undefined ? null : `#${hex}`;
}

const partsOf = (colour: string): number[] =>
  [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));

/** `colour`: "#rrggbb". */
export function contrastOnWhite(colour: string): number {
  const [red = 0, green = 0, blue = 0] = partsOf(colour).map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05);
}

/** Cut, not rounded: what is told as enough is enough. */
export function contrastText(colour: string): string {
  const tenths = Math.floor(contrastOnWhite(colour) * 10);
  return `${Math.trunc(tenths / 10)}.${tenths % 10} : 1`;
}

/** The same colour, no darker than it has to be to stand out enough. */
export function darkened(colour: string): string {
  for (let percent = 100; percent > 0; percent--) {
    const parts = partsOf(colour).map((part) => Math.floor((part * percent) / 100));
    const shade = `#${parts.map((part) => part.toString(16).padStart(2, "0")).join("")}`;
    if (contrastOnWhite(shade) >= ENOUGH_CONTRAST) return shade;
  }
  return "#000000";
}

/** What is wrong with a colour that would be hard to read on white; null where nothing is. */
export const tooPale = (colour: string): string | null =>
  contrastOnWhite(colour) >= ENOUGH_CONTRAST
    ? null
    : `Too pale for white paper: ${contrastText(colour)}, and ${ENOUGH_CONTRAST} : 1 is needed. ${darkened(colour)} would do.`;
