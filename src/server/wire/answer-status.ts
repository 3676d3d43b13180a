// The status of a page's answer, where it isn't 200, and its language, where it isn't English. Next's own notFound() says 404 with an empty page that only a
// script fills, and a statement link must make sense to whoever reads it without one.
import type { ServerResponse } from "node:http";

/** Kept on globalThis: a bundler may load this module twice. */
const kept = globalThis as typeof globalThis & { onaccountAnswers?: Map<string, ServerResponse> };

const answers = (): Map<string, ServerResponse> => (kept.onaccountAnswers ??= new Map());

/** Called where the request comes in (wire.ts); forgotten when the answer is out or given up. */
export function holdAnswer(requestId: string, response: ServerResponse): void {
  answers().set(requestId, response);
  response.once("close", () => answers().delete(requestId));
}

/** Only while nothing has gone out yet: a page that streams is past that. */
export function answerWith(requestId: string, status: 404 | 429 | 503): void {
  const response = answers().get(requestId);
  if (!response || response.headersSent) return;
  response.statusCode = status;
  if (status === 503) insist(response, status);
}

/** Aborted when the answer is out or given up; null where no server of ours holds it, or nobody waits any more. */
export function whenAnswered(requestId: string): AbortSignal | null {
  const response = answers().get(requestId);
  if (!response) return null;
  const answered = new AbortController();
  response.once("close", () => answered.abort());
  return answered.signal;
}

/** "de-DE". A link's page has no script and goes out whole, so its `html` can say so, too (without-scripts.ts). */
export function answerIn(requestId: string, language: string): void {
  const response = answers().get(requestId);
  if (response && !response.headersSent) response.setHeader("content-language", language);
}

/** Of a page that threw, Next says 500 however it was worded. */
function insist(response: ServerResponse, status: number): void {
  const write = response.writeHead.bind(response) as (status: number, ...rest: unknown[]) => ServerResponse;
  response.writeHead = (_status: number, ...rest: unknown[]) => write(status, ...rest);
}
