// A logo as papers carry it, made of whatever picture somebody brought: drawn on white, in a size that is sharp on paper,
// and written anew, so that nothing else of the file is kept. For a thread: a picture may ask for a lot of work.
import { readFileSync } from "node:fs";
import { crc32, deflateSync } from "node:zlib";
import { Resvg, initWasm } from "@resvg/resvg-wasm";
import { Refusal } from "@/domain/refusal.ts";
import { logoTypeOf, withoutDoctype } from "@/domain/business/logo.ts";
import type { LogoType } from "@/domain/business/branding.ts";
import { installed } from "./installed.ts";

export type DrawnLogo = { png: Uint8Array; width: number; height: number };

/** Three hundred dots an inch, in the place that a paper has for it. */
const MOST = { width: 800, height: 160 };

let ready: Promise<void> | null = null;
const start = (): Promise<void> => {
  ready ??= initWasm(readFileSync(installed("@resvg/resvg-wasm/index_bg.wasm")));
  return ready;
};

/** Refuses what isn't a picture that may become one ("logo-kind" and its like). */
export async function drawnLogo(content: Uint8Array): Promise<DrawnLogo> {
  const type = logoTypeOf(content);
  await start();
  const drawing =
    type === "image/svg+xml" ? withoutDoctype(new TextDecoder().decode(content)) : framed(content, type);
  const size = sizeOf(drawing);
  const zoom = Math.min(
    MOST.width / size.width,
    MOST.height / size.height,
    type === "image/svg+xml" ? Infinity : 1,
  );
  const { width, height, pixels } = drawn(drawing, zoom);
  // What couldn't be read leaves no trace.
  if (!pixels.some((part, at) => at % 4 === 3 && part > 0)) throw new Refusal("logo-kind");
  return { png: pngOf(onWhite(pixels), width, height), width, height };
}

/** A picture of pixels, as the whole of a drawing. */
function framed(content: Uint8Array, type: LogoType): string {
  const data = `data:${type};base64,${Buffer.from(content).toString("base64")}`;
  return `<svg xmlns="http://www.w3.org/2000/svg"><image href="${data}"/></svg>`;
}

function sizeOf(drawing: string): { width: number; height: number } {
  const [width, height] = opened(drawing, (svg) => [svg.width, svg.height] as const);
  if (!(width >= 1 && height >= 1)) throw new Refusal("logo-kind");
  return { width, height };
}

function drawn(drawing: string, zoom: number): { width: number; height: number; pixels: Uint8Array } {
  return opened(
    drawing,
    (svg) => {
      const image = svg.render();
      try {
        return { width: image.width, height: image.height, pixels: image.pixels };
      } finally {
        image.free();
      }
    },
    zoom,
  );
}

/** What resvg can't read is no picture; its memory isn't JavaScript's to clear. */
function opened<T>(drawing: string, work: (svg: Resvg) => T, zoom = 1): T {
  let svg: Resvg;
  try {
    svg = new Resvg(drawing, { fitTo: { mode: "zoom", value: zoom }, font: { loadSystemFonts: false } });
  } catch {
    throw new Refusal("logo-kind");
  }
  try {
    return work(svg);
  } finally {
    svg.free();
  }
}
type Resvg = InstanceType<typeof Resvg>;

/** Red, green and blue of what stands on white paper. */
function onWhite(pixels: Uint8Array): Uint8Array {
  const colours = new Uint8Array((pixels.length / 4) * 3);
  for (let from = 0, to = 0; from < pixels.length; from += 4)
    for (let part = 0; part < 3; part++) {
      // Each part is multiplied with how much covers the paper already.
      colours[to++] = Math.min(255, (pixels[from + part] ?? 0) + 255 - (pixels[from + 3] ?? 255));
    }
  return colours;
}

/** The simplest PNG there is, which goes into a PDF as it lies: eight bits, no transparency, no filters. */
function pngOf(colours: Uint8Array, width: number, height: number): Uint8Array {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 2, 0, 0, 0], 8);
  const rows = Buffer.alloc(height * (1 + width * 3));
  for (let y = 0; y < height; y++)
    rows.set(colours.subarray(y * width * 3, (y + 1) * width * 3), y * (1 + width * 3) + 1);
  const parts = [
    chunk("IHDR", head),
    chunk("IDAT", deflateSync(rows, { level: 9 })),
    chunk("IEND", Buffer.alloc(0)),
  ];
  return Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), ...parts]);
}

function chunk(name: string, content: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name, "latin1"), content]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(content.length);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
}
