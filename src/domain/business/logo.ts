// What somebody brought as a logo, told by its bytes: which kind, how many pixels, and whether an SVG is a plain drawing.
// It is drawn anew from this and kept as that, so that no more of it than what is seen ever goes on a paper.
import { Refusal } from "../refusal.ts";
import { LARGEST_LOGO, type LogoType } from "./branding.ts";

/** More pixels than any logo needs take more memory than a thread should. */
const MOST_PIXELS = 4000;

type Size = { width: number; height: number };

/** Refuses "logo-kind", "logo-too-large" and, of an SVG, "logo-unsafe" and "logo-text". */
export function logoTypeOf(content: Uint8Array): LogoType {
  if (content.byteLength > LARGEST_LOGO) throw new Refusal("logo-too-large");
  const raster = pngSize(content) ?? jpegSize(content);
  if (raster) {
    if (Math.max(raster.width, raster.height) > MOST_PIXELS) throw new Refusal("logo-too-large");
    return raster.type;
  }
  const text = new TextDecoder().decode(content);
  if (!/^(\uFEFF)?\s*(<\?xml[^>]*\?>)?\s*(<!--[\s\S]*?-->\s*)*<(?:\w+:)?svg[\s>]/.test(withoutDoctype(text)))
    throw new Refusal("logo-kind");
  mustBePlain(text);
  return "image/svg+xml";
}

/** The declaration that old programs write in front; one that declares anything itself isn't taken away. */
export const withoutDoctype = (text: string): string => text.replace(/<!DOCTYPE\s+svg\b[^[>]*>/i, "");

/** What asks for something else, runs, or grows. Words are refused because we would set them in another typeface. */
const UNSAFE: readonly RegExp[] = [
  /<!(DOCTYPE|ENTITY)/i,
  /<\?(?!xml\s)/i,
  /<(?:\w+:)?(script|foreignObject|iframe|image|feImage|animate\w*|set|handler|a)\b/i,
  /\son\w+\s*=/i,
  /(?:href|src)\s*=\s*["']?\s*[^#"'\s]/i,
  /url\(\s*["']?\s*[^#"'\s)]/i,
  /@import/i,
];
/** Each may hold copies of another: two dozen can't come to more than some thousands. */
const MOST_COPIES = 24;

function mustBePlain(text: string): void {
  const drawing = withoutDoctype(text).replace(/\sxmlns(:\w+)?\s*=\s*("[^"]*"|'[^']*')/g, "");
  const copies = drawing.match(/<(?:\w+:)?(use|pattern|mask|filter)\b/gi)?.length ?? 0;
  if (copies > MOST_COPIES || UNSAFE.some((each) => each.test(drawing))) throw new Refusal("logo-unsafe");
  if (/<(?:\w+:)?text\b/i.test(drawing)) throw new Refusal("logo-text");
}

function pngSize(content: Uint8Array): (Size & { type: LogoType }) | null {
  const begins = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
  if (content.byteLength < 33 || !begins.every((byte, at) => content[at] === byte)) return null;
  const view = new DataView(content.buffer, content.byteOffset, content.byteLength);
  return { type: "image/png", width: view.getUint32(16), height: view.getUint32(20) };
}

/** From the first frame's head; a JPEG without one can't be drawn. */
function jpegSize(content: Uint8Array): (Size & { type: LogoType }) | null {
  if (content[0] !== 0xff || content[1] !== 0xd8) return null;
  const view = new DataView(content.buffer, content.byteOffset, content.byteLength);
  let at = 2;
  while (at + 9 < content.byteLength) {
    const marker = view.getUint16(at);
    if (marker < 0xff00) break;
    const isFrame = marker >= 0xffc0 && marker <= 0xffcf && ![0xffc4, 0xffc8, 0xffcc].includes(marker);
    if (isFrame) return { type: "image/jpeg", height: view.getUint16(at + 5), width: view.getUint16(at + 7) };
    at += 2 + view.getUint16(at + 2);
  }
  throw new Refusal("logo-kind");
}
