// What the query of an address asks for. Only what can be meant counts; anything else is as good as not asked, so that
// a stale or mangled link still opens a page.
import { z } from "zod";

/** As Next.js gives them to a page. */
export type SearchParams = Readonly<Record<string, string | string[] | undefined>>;

type Read<Shape extends z.ZodRawShape> = { [Name in keyof Shape]?: z.output<Shape[Name]> };

/** Each by itself: one that can't be meant takes no other with it. */
export function readParams<Shape extends z.ZodRawShape>(shape: Shape, params: SearchParams): Read<Shape> {
  const found = Object.entries(shape).flatMap(([name, field]) => {
    const text = params[name];
    const value = typeof text === "string" && text !== "" ? z.safeParse(field, text) : null;
    return value?.success && value.data !== undefined ? [[name, value.data]] : [];
  });
  return Object.fromEntries(found) as Read<Shape>;
}

/** What somebody typed to find something, or filled in: as much of it as can be meant. */
export const SearchText = z
  .string()
  .trim()
  .overwrite((text) => [...text].slice(0, 200).join("").trim())
  .min(1);

/** The number of an event, an item or a credit. */
export const NumberParam = z
  .string()
  .regex(/^\d{1,15}$/)
  .transform(Number);
