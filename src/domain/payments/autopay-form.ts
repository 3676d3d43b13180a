// What the forms behind a link send about autopay: each field a text.
import { z } from "zod";
import { isAutopayDay } from "./autopay.ts";

export const AutopayForm = z.discriminatedUnion("what", [
  z.object({
    what: z.literal("start"),
    day: z.coerce.number().refine(isAutopayDay),
    /** As it was typed, in the words of the business's region; empty for whatever is due. */
    most: z.string().trim().max(30).default(""),
    agreed: z.literal("yes"),
  }),
  z.object({ what: z.literal("stop"), autopay: z.uuid() }),
]);
