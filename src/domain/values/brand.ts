// How a business's papers look beside what they say: its picture, its colour, where money is sent, and its terms.
import { z } from "zod";

/** A picture that is kept by what it is; never deleted, so that an old paper finds it. Its size is in pixels. */
export const LogoOf = z.object({
  /** SHA-256, in hexadecimal digits. */
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  width: z.number().int().positive(),
  height: z.number().int().positive(),
});
export type LogoOf = z.infer<typeof LogoOf>;

export const Brand = z.object({
  logo: LogoOf.nullable(),
  /** "#rrggbb"; null for ours. */
  accent: z
    .string()
    .regex(/^#[0-9a-f]{6}$/)
    .nullable(),
  /** Where money is sent when that isn't where the business is; empty where it is. */
  remitTo: z.array(z.string()),
  terms: z.string(),
});
export type Brand = z.infer<typeof Brand>;

export const PLAIN_BRAND: Brand = { logo: null, accent: null, remitTo: [], terms: "" };

/** As large as a box allows, in points. */
export function printedSize(
  { width, height }: Pick<LogoOf, "width" | "height">,
  box: { width: number; height: number },
): { width: number; height: number } {
  const scale = Math.min(box.width / width, box.height / height);
  return { width: width * scale, height: height * scale };
}
