// Text that a person wrote into one line: with something in it that can be seen.
import { z } from "zod";
import { isKeepable, isVisible } from "./visible-text.ts";

/** Trimmed; `wanted` is said where there is nothing to see. */
export const writtenText = (wanted: string) =>
  z
    .string()
    .trim()
    .refine(isKeepable, { message: "Take out the characters that no text has.", abort: true })
    .refine(isVisible, { message: wanted, abort: true });
