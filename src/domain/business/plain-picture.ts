// A picture of a person without what came along with it: where and when it was taken, by which camera, and whatever a program hid
// in it or behind it. Not a pixel is drawn anew: of the file only the parts that draw it are kept, by a list of those. Which way
// up it is stays, since a phone says that beside the pixels.
import type { AttachmentType } from "./attachment.ts";

/** null for a picture that isn't whole, or isn't one. */
export function plainPicture(content: Uint8Array, type: AttachmentType): Uint8Array | null {
  if (type === "image/jpeg") return plainJpeg(content);
  return type === "image/png" ? plainPng(content) : null;
}

const joined = (parts: readonly Uint8Array[]): Uint8Array => {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
};
const begins = (part: Uint8Array, letters: string, at = 0): boolean =>
  [...letters].every((letter, n) => part[at + n] === letter.charCodeAt(0));
const viewOf = (part: Uint8Array) => new DataView(part.buffer, part.byteOffset, part.byteLength);

const [SOI, EOI, SOS, APP0, APP1, APP2, APP14] = [0xd8, 0xd9, 0xda, 0xe0, 0xe1, 0xe2, 0xee];
/** Start and end of a picture stand alone, and so do the marks within its data. */
const isAlone = (marker: number) => marker === SOI || marker === EOI || (marker >= 0xd0 && marker <= 0xd7);
/** Frames, tables and the like: what draws it. */
const isDrawing = (marker: number) => marker >= 0xc0 && marker <= 0xdf && marker !== 0xc8;

/** What is behind its end (a film, another picture) goes, too. */
function plainJpeg(content: Uint8Array): Uint8Array | null {
  const kept: Uint8Array[] = [Uint8Array.of(0xff, SOI)];
  let turned: Uint8Array | null = null;
  let hasFrame = false;
  if (content[0] !== 0xff || content[1] !== SOI) return null;
  for (let at = 2; at < content.length;) {
    if (content[at] !== 0xff) return null;
    const marker = content[at + 1] ?? 0;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (marker === EOI) return hasFrame ? joined([...kept, Uint8Array.of(0xff, EOI)]) : null;
    if (isAlone(marker) || at + 4 > content.length) return null;
    const end = at + 2 + viewOf(content).getUint16(at + 2);
    if (end < at + 4 || end > content.length) return null;
    const body = content.subarray(at + 4, end);
    if (marker === APP1 && turned === null) {
      turned = uprightOf(body);
      if (turned) kept.push(turned);
    }
    if (isDrawing(marker) || isOfColours(marker, body)) kept.push(content.subarray(at, end));
    hasFrame ||= marker >= 0xc0 && marker <= 0xc2;
    at = end;
    if (marker !== SOS) continue;
    const over = endOfScan(content, at);
    kept.push(content.subarray(at, over));
    at = over;
  }
  return null;
}

/** How its colours are meant. Without them it looks otherwise. */
const isOfColours = (marker: number, body: Uint8Array): boolean =>
  (marker === APP2 && begins(body, "ICC_PROFILE\0")) ||
  (marker === APP14 && begins(body, "Adobe")) ||
  // With a small picture of the picture in it, it is longer.
  (marker === APP0 && begins(body, "JFIF\0") && body.length === 14);

/** The next marker behind the data of a scan. */
function endOfScan(content: Uint8Array, from: number): number {
  for (let at = from; at + 1 < content.length; at += 1) {
    if (content[at] !== 0xff) continue;
    const next = content[at + 1] ?? 0;
    if (next !== 0 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return at;
  }
  return content.length;
}

const ORIENTATION = 0x0112;

/** An Exif of nothing but which way up; null where it stands as it is. */
function uprightOf(body: Uint8Array): Uint8Array | null {
  if (!begins(body, "Exif\0\0") || body.length < 6 + 14) return null;
  const tiff = viewOf(body.subarray(6));
  const little = tiff.getUint8(0) === 0x49;
  const first = tiff.getUint32(4, little);
  if (first + 2 > tiff.byteLength) return null;
  const entries = tiff.getUint16(first, little);
  for (let n = 0; n < entries; n += 1) {
    const at = first + 2 + n * 12;
    if (at + 12 > tiff.byteLength) return null;
    if (tiff.getUint16(at, little) !== ORIENTATION) continue;
    const way = tiff.getUint16(at + 8, little);
    return way >= 2 && way <= 8 ? exifOf(way) : null;
  }
  return null;
}

/** Big endian, with one entry. */
const exifOf = (way: number): Uint8Array =>
  Uint8Array.of(
    ...[0xff, APP1, 0, 34, 0x45, 0x78, 0x69, 0x66, 0, 0],
    ...[0x4d, 0x4d, 0, 42, 0, 0, 0, 8, 0, 1],
    ...[0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, way, 0, 0],
    ...[0, 0, 0, 0],
  );

const PNG_BEGIN = 8;
const PNG_DRAWS = ["IHDR", "PLTE", "IDAT", "IEND", "tRNS", "gAMA", "cHRM", "sRGB", "iCCP", "sBIT", "pHYS"];

function plainPng(content: Uint8Array): Uint8Array | null {
  const kept = [content.subarray(0, PNG_BEGIN)];
  for (let at = PNG_BEGIN; at + 12 <= content.length;) {
    const end = at + 12 + viewOf(content).getUint32(at);
    if (end > content.length || (at === PNG_BEGIN && !begins(content, "IHDR", at + 4))) return null;
    if (PNG_DRAWS.some((name) => begins(content, name, at + 4))) kept.push(content.subarray(at, end));
    if (begins(content, "IEND", at + 4)) return kept.length > 3 ? joined(kept) : null;
    at = end;
  }
  return null;
}
