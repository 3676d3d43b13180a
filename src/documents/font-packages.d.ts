// What we use of packages that come without types.
declare module "subset-font" {
  export default function subsetFont(
    font: Uint8Array,
    text: undefined,
    options: {
      keepAllGlyphs: true;
      targetFormat: "truetype";
      variationAxes: { wght: number };
    },
  ): Promise<Buffer>;
}

declare module "fontkit" {
  export function create(font: Uint8Array): unknown;
}

declare module "bidi-js" {
  type Levels = { levels: Uint8Array; paragraphs: { start: number; end: number; level: number }[] };
  export default function bidiFactory(): {
    getEmbeddingLevels(text: string, direction?: "ltr" | "rtl" | "auto"): Levels;
    getMirroredCharacter(character: string): string | null;
    getBidiCharTypeName(character: string): string;
  };
}
