// A procedure's shapes as JSON Schema: the one form from which the door converts and the document is written.
import { z } from "zod";

export type JsonShape = z.core.JSONSchema.JSONSchema;

/** What may be sent: fields with a value of their own may be left out. What JSON Schema can't say is any value. */
export const inputShape = (shape: z.core.$ZodType): JsonShape =>
  z.toJSONSchema(shape, { io: "input", unrepresentable: "any" });

export const answerShape = (shape: z.core.$ZodType): JsonShape =>
  z.toJSONSchema(shape, { io: "output", unrepresentable: "any" });

export const isMoney = (shape: JsonShape): boolean => shape["x-money"] === true;

/** The shapes that a value may have instead of one another. */
export const branchesOf = (shape: JsonShape): JsonShape[] =>
  [...(shape.anyOf ?? []), ...(shape.oneOf ?? []), ...(shape.allOf ?? [])].filter(isShape);

export const isShape = (shape: unknown): shape is JsonShape => typeof shape === "object" && shape !== null;
