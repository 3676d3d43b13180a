// A logo as papers carry it: whatever was brought, it is a plain PNG on white of a size that papers have room for.
import { inflateSync } from "node:zlib";
import { expect, test } from "vitest";
import { drawnLogo } from "./drawn-logo.ts";

const svg = (inside: string, size = 'width="100" height="20"') =>
  new TextEncoder().encode(`<svg xmlns="http://www.w3.org/2000/svg" ${size}>${inside}</svg>`);

/** Red, green and blue at a place of a PNG that has no filters. */
function pixelOf({ png, width }: { png: Uint8Array; width: number }, x: number, y: number): number[] {
  const bytes = Buffer.from(png);
  const rows = inflateSync(bytes.subarray(bytes.indexOf("IDAT") + 4));
  const at = y * (1 + width * 3) + 1 + x * 3;
  return [...rows.subarray(at, at + 3)];
}

const HALF_RED = '<rect width="50" height="20" fill="#ff0000"/>';

test("a drawing becomes pixels as fine as paper shows, on white", async () => {
  const logo = await drawnLogo(svg(HALF_RED));
  expect(logo).toMatchObject({ width: 800, height: 160 });
  expect(pixelOf(logo, 10, 80)).toEqual([255, 0, 0]);
  expect(pixelOf(logo, 790, 80)).toEqual([255, 255, 255]);
});

test("what lets the paper through is mixed with its white", async () => {
  const logo = await drawnLogo(svg('<rect width="100" height="20" fill="#000" fill-opacity="0.5"/>'));
  const [red = 0] = pixelOf(logo, 400, 80);
  expect(Math.abs(red - 128)).toBeLessThanOrEqual(1);
});

test("a PNG comes out as it looks, and no larger than it is", async () => {
  const small = await drawnLogo(svg(HALF_RED));
  const again = await drawnLogo(small.png);
  expect(again).toMatchObject({ width: 800, height: 160 });
  expect(pixelOf(again, 10, 80)).toEqual([255, 0, 0]);
  expect(pixelOf(again, 790, 80)).toEqual([255, 255, 255]);
});

test("a tall one is as high as its place, whatever its width", async () => {
  expect(await drawnLogo(svg(HALF_RED, 'width="20" height="400"'))).toMatchObject({ height: 160, width: 8 });
});

const DECEIT = new Uint8Array(64).fill(1);
DECEIT.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
DECEIT.set([0, 0, 0, 10, 0, 0, 0, 10], 16);

test.each([
  ["bytes that only begin like a PNG", DECEIT],
  ["a drawing without a size", svg("", 'width="0" height="0"')],
  ["half a drawing", new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg"><g>')],
])("%s are refused", async (_what, content) => {
  await expect(drawnLogo(content)).rejects.toMatchObject({ code: "logo-kind" });
});

test("a flood of copies is drawn or refused, in no time to speak of", async () => {
  const levels = Array.from({ length: 8 }, (_, level) => {
    const uses = `<use href="#l${level}"/>`.repeat(3);
    return `<g id="l${level + 1}">${uses}</g>`;
  });
  const flood = svg(`<defs><g id="l0">${HALF_RED}</g>${levels.join("")}</defs><use href="#l8"/>`);
  await expect(drawnLogo(flood)).rejects.toMatchObject({ code: "logo-unsafe" });
});
