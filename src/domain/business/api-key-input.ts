// A key for a program of the business, as somebody makes one: a name to know it by, and what it may do.
import { z } from "zod";
import { writtenText } from "../values/written-text.ts";
import { API_SCOPES } from "./api-scopes.ts";

export const NewApiKey = z.strictObject({
  name: writtenText("Enter a name for the key.").max(80, "Shorten it to 80 characters."),
  scopes: z
    .array(z.enum(API_SCOPES))
    .min(1, "Choose what it may do.")
    .max(API_SCOPES.length)
    .transform((scopes) => API_SCOPES.filter((each) => scopes.includes(each))),
});
export type NewApiKey = z.output<typeof NewApiKey>;
