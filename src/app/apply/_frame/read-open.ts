// What a link about an application opens, with the status of the answer where it opens nothing.
import { Refusal } from "@/domain/refusal.ts";
import { answerWith } from "@/server/wire/answer-status.ts";
import { from, type From } from "@/server/wire/request.ts";

/** "gone": never made, closed or replaced. "busy": opened so often that it must wait a moment. */
export type NotOpen = "gone" | "busy";

export async function readOpen<T extends object>(read: (from: From) => Promise<T>): Promise<T | NotOpen> {
  const asked = await from();
  try {
    return await read(asked);
  } catch (error) {
    const code = error instanceof Refusal ? error.code : null;
    if (code !== "not-found" && code !== "too-many") throw error;
    answerWith(asked.requestId, code === "too-many" ? 429 : 404);
    return code === "too-many" ? "busy" : "gone";
  }
}
