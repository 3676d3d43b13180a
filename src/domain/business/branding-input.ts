// What is said to change how a business's papers look, and what they say by age.
import { z } from "zod";
import { colourOf, tooPale } from "../values/contrast.ts";
import { ibanOf, isIban } from "../values/payment-reference.ts";

const Colour = z.string().transform((typed, context) => {
  if (typed.trim() === "") return null;
  const colour = colourOf(typed);
  const message = colour === null ? "Enter a colour like #1f5f4a." : tooPale(colour);
  if (message === null) return colour;
  context.addIssue({ code: "custom", message });
  return z.NEVER;
});

const Line = z.string().trim().min(1).max(120, "Shorten each line to 120 characters.");
const message = z
  .string()
  .trim()
  .max(300, "Shorten it to 300 characters.")
  .transform((text) => text.replace(/\s+/g, " "));

/** What papers are drawn with. */
export const BrandingSet = z.strictObject({
  /** What the picture is kept by; null takes it off. */
  logo: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .nullable(),
  accent: Colour,
  remitTo: z.array(Line).max(6, "Six lines at most."),
  iban: z
    .string()
    .transform(ibanOf)
    .refine((code) => code === "" || isIban(code), "That isn’t an IBAN: look at its digits again.")
    .transform((code) => code || null),
  terms: z.string().trim().max(600, "Shorten it to 600 characters."),
  current: message,
  d1_30: message,
  d31_60: message,
  d61_90: message,
  d91: message,
});

export const BrandingChange = BrandingSet.extend({
  /** 0 where nothing is set yet. */
  version: z.number().int().min(0),
});
export type BrandingSet = z.output<typeof BrandingSet>;
export type BrandingChange = z.output<typeof BrandingChange>;
