// Which pictures may become a logo, told by their bytes.
import { describe, expect, test } from "vitest";
import { Refusal } from "../refusal.ts";
import { LARGEST_LOGO } from "./branding.ts";
import { logoTypeOf } from "./logo.ts";

const bytes = (text: string) => new TextEncoder().encode(text);
const svg = (inside: string, attributes = "") =>
  bytes(`<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10" ${attributes}>${inside}</svg>`);
const CIRCLE = '<circle cx="5" cy="5" r="4" fill="url(#g)"/>';

function png(width: number, height: number): Uint8Array {
  const head = new Uint8Array(33);
  head.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  new DataView(head.buffer).setUint32(16, width);
  new DataView(head.buffer).setUint32(20, height);
  return head;
}

function jpeg(width: number, height: number): Uint8Array {
  const size = [height >> 8, height & 255, width >> 8, width & 255];
  return new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0, 4, 0, 0, 0xff, 0xc0, 0, 17, 8, ...size, 3, 0, 0, 0, 0]);
}

function refused(content: Uint8Array): string {
  try {
    return `is ${logoTypeOf(content)}`;
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
}

test.each([
  [png(600, 200), "image/png"],
  [jpeg(600, 200), "image/jpeg"],
  [svg(CIRCLE), "image/svg+xml"],
  [bytes('<?xml version="1.0"?>\n<!-- drawn --><svg xmlns="http://www.w3.org/2000/svg"/>'), "image/svg+xml"],
  [
    bytes(
      '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "svg11.dtd"><svg xmlns="http://www.w3.org/2000/svg"/>',
    ),
    "image/svg+xml",
  ],
  [svg(`<defs><g id="x">${CIRCLE}</g></defs><use xlink:href="#x"/>`), "image/svg+xml"],
])("picture %# is a logo", (content, type) => {
  expect(logoTypeOf(content)).toBe(type);
});

test.each([
  ["a page", bytes("<html><svg/></html>"), "logo-kind"],
  ["a PDF", bytes("%PDF-1.7"), "logo-kind"],
  ["nothing", bytes(""), "logo-kind"],
  ["half a JPEG", new Uint8Array([0xff, 0xd8, 0xff]), "logo-kind"],
  ["a PNG of 60,000 pixels", png(60_000, 10), "logo-too-large"],
  ["a JPEG of 5,000 pixels", jpeg(10, 5_000), "logo-too-large"],
  ["more than a megabyte", new Uint8Array(LARGEST_LOGO + 1), "logo-too-large"],
])("%s is refused", (_what, content, code) => {
  expect(refused(content)).toBe(code);
});

describe("an SVG is a plain drawing, or refused", () => {
  test.each([
    ["a script", "<script>alert(1)</script>"],
    ["a script under a prefix", "<svg:script>alert(1)</svg:script>"],
    ["a handler", '<circle r="1" onclick="alert(1)"/>'],
    ["a page inside", "<foreignObject><p/></foreignObject>"],
    ["a picture from elsewhere", '<image href="https://evil.example/x.png"/>'],
    ["a picture inside", '<image href="data:image/png;base64,AAAA"/>'],
    ["a copy from elsewhere", '<use xlink:href="https://evil.example/x.svg#a"/>'],
    ["a file", '<use href="file:///etc/passwd"/>'],
    ["a style from elsewhere", "<style>@import 'https://evil.example/x.css';</style>"],
    ["a fill from elsewhere", '<rect fill="url(https://evil.example/x.svg#a)"/>'],
    ["copies of copies", '<use href="#a"/>'.repeat(25)],
    ["something that moves", '<animate attributeName="x"/>'],
  ])("%s", (_what, inside) => {
    expect(refused(svg(inside))).toBe("logo-unsafe");
  });

  test("entities that grow", () => {
    const bomb = '<!DOCTYPE svg [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]><svg xmlns="x"><desc>&b;</desc></svg>';
    expect(refused(bytes(bomb))).toBe("logo-kind");
  });

  test("a style sheet in front", () => {
    expect(refused(bytes('<?xml-stylesheet href="https://evil.example/x.css"?><svg xmlns="x"/>'))).toBe(
      "logo-unsafe",
    );
  });

  test("words, which would come out in another typeface", () => {
    expect(refused(svg("<text>Hillside</text>"))).toBe("logo-text");
  });
});
