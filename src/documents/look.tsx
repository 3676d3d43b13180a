// How a business's papers look: its colour, and its picture where the business is named.
import { Image, View } from "@react-pdf/renderer";
import { printedSize, type Brand } from "@/domain/values/brand.ts";
import { tagged } from "./tags.ts";
import { colour } from "./theme.ts";

/** A PNG and its size in points. */
export type Picture = { png: Uint8Array; width: number; height: number };
export type Look = { accent: string; picture: Picture | null };

/** Points: as high as leaves the address in the window of its envelope. */
const BOX = { width: 190, height: 38 };
export const LOGO_GAP = 6;

export const PLAIN_LOOK: Look = { accent: colour.accent, picture: null };

/** `logo`: the PNG of the brand's picture. A paper without it names the business as it did before there were any. */
export function lookOf(brand: Brand | undefined, logo: Uint8Array | null): Look {
  const accent = brand?.accent ?? colour.accent;
  if (!brand?.logo || !logo) return { accent, picture: null };
  return { accent, picture: { png: logo, ...printedSize(brand.logo, BOX) } };
}

/** `of`: whose it is, for who doesn't see it. */
export function Logo({ picture: { png, width, height }, of }: { picture: Picture; of: string }) {
  return (
    <View {...tagged("Figure", of)} style={{ height, marginBottom: LOGO_GAP }}>
      <Image src={{ data: Buffer.from(png), format: "png" }} style={{ width, height }} />
    </View>
  );
}
