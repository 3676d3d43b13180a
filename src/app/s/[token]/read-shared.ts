// What a link opens, looked up once per request for the title and the page alike, with the status and the language of the
// answer.
import { headers } from "next/headers";
import { cache } from "react";
import { z } from "zod";
import { Refusal } from "@/domain/refusal.ts";
import { LANGUAGE_CODES, languageAskedFor, languageTag, type Language } from "@/domain/language/language.ts";
import type { CheckAsked } from "@/domain/statements/link-check.ts";
import { answerIn, answerWith } from "@/server/wire/answer-status.ts";
import { troubleIn } from "@/server/trouble.ts";
import { from } from "@/server/wire/request.ts";
import { openShared, type Shared } from "@/server/shared-paper.ts";

/** "check": something is asked first. "gone": never made, expired or withdrawn. "busy": opened so often that it must wait a moment. "away": we can't look. */
export type NotOpen =
  | { kind: "gone" | "busy" | "away"; language: Language }
  | { kind: "check"; asks: CheckAsked["asks"]; language: Language };
type Opened = { kind: "open"; shared: Shared } | NotOpen;

export const readShared = cache(async (token: string): Promise<Opened> => {
  const asked = await from();
  return openShared(token, asked).then(
    (shared) => {
      const { language, locale } = businessOf(shared);
      answerIn(asked.requestId, languageTag(language, locale));
      return { kind: "open" as const, shared };
    },
    async (error: unknown) => {
      const check = askedFirst(error);
      if (check) answerIn(asked.requestId, check.language);
      if (check) return check;
      const language = languageAskedFor((await headers()).get("accept-language"));
      answerIn(asked.requestId, language);
      return { kind: refusedLink(error, asked.requestId), language };
    },
  );
});

/** What isn't behind a link that opens: told with its status, in the language of the link. */
export async function readBehind<T>(read: () => Promise<T>): Promise<T | null> {
  const { requestId } = await from();
  try {
    return await read();
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== "not-found") throw error;
    answerWith(requestId, 404);
    return null;
  }
}

export const businessOf = (shared: Shared) =>
  shared.kind === "statement" ? shared.issued.statement.business : shared.invoice.business;

const Asked = z.object({ asks: z.enum(["postcode", "last-invoice"]), language: z.enum(LANGUAGE_CODES) });

/** In the language of the business, which the question is from. */
function askedFirst(error: unknown): NotOpen | null {
  if (!(error instanceof Refusal) || error.code !== "link-check") return null;
  return { kind: "check", ...Asked.parse(error.details) };
}

function refusedLink(error: unknown, requestId: string): "gone" | "busy" | "away" {
  if (troubleIn(error)) {
    answerWith(requestId, 503);
    return "away";
  }
  const code = error instanceof Refusal ? error.code : null;
  if (code !== "link-gone" && code !== "not-found" && code !== "too-many") throw error;
  answerWith(requestId, code === "too-many" ? 429 : 404);
  return code === "too-many" ? "busy" : "gone";
}
