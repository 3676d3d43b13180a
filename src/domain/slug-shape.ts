// What a door accepts as a business's slug. Apart from the making of one, so that a page that only proposes it isn't
// sent zod.
import { z } from "zod";
import { isReserved } from "./slug.ts";

export const Slug = z
  .string()
  .trim()
  .toLowerCase()
  .min(2, "Use at least 2 characters.")
  .max(40, "Use at most 40 characters.")
  .regex(/^[a-z0-9-]*$/, "Use the letters a to z, digits and hyphens.")
  .regex(/^(?!-).*(?<!-)$/, "Begin and end with a letter or a digit.")
  .refine((slug) => !isReserved(slug), "This address is reserved. Choose another.");
