// A customer's statement link is read, not used: whoever opens it is sent a page without a single script. Next has no
// switch for that in a page of its app folder, so they are taken out here, on the way out of this process. Nor can a page
// there say in which language it is: the one `html` around all of them is in English.
import type { IncomingMessage, ServerResponse } from "node:http";
import { gzipSync } from "node:zlib";

/** Scripts, and what asks for them ahead of time. */
const SCRIPTS = /<script\b[^>]*>[\s\S]*?<\/script\s*>|<link\b[^>]*\bas="script"[^>]*>/gi;

/** Of a page that failed, Next sends an empty one that only its scripts would fill. */
const FAILED = /(<html id="__next_error__"[\s\S]*?<body[^>]*>)[\s\S]*(<\/body>)/;
const SORRY = "<main><h1>Something went wrong</h1><p>Wait a moment, then load the page again.</p></main>";

export const withoutScripts = (html: string): string =>
  html.replaceAll(SCRIPTS, "").replace(FAILED, `$1${SORRY}$2`);

const inLanguage = (html: string, language: unknown): string =>
  typeof language === "string" ? html.replace('<html lang="en"', `<html lang="${language}"`) : html;

type Chunk = string | Uint8Array;
type Sent = (
  chunk?: Chunk | (() => void),
  encoding?: BufferEncoding | (() => void),
  done?: () => void,
) => void;

/** Holds a page back until it is whole; a PDF under the same link goes as it comes. */
export function sendWithoutScripts(request: IncomingMessage, response: ServerResponse): void {
  const gzips = /\bgzip\b/.test(request.headers["accept-encoding"] ?? "");
  // What Next had packed couldn't be read here.
  delete request.headers["accept-encoding"];
  const [write, end] = [response.write.bind(response) as Sent, response.end.bind(response) as Sent];
  const kept: Buffer[] = [];
  const isPage = () => /^text\/html\b/.test(String(response.getHeader("content-type") ?? ""));
  const keep = (chunk: Chunk, encoding: unknown) =>
    kept.push(
      typeof chunk === "string" ? Buffer.from(chunk, encoding as BufferEncoding) : Buffer.from(chunk),
    );

  // Next sends the heads ahead of a page, when it isn't known yet how long it is and whether it is packed.
  const flushHeaders = response.flushHeaders.bind(response);
  response.flushHeaders = () => {
    if (!isPage()) flushHeaders();
  };

  response.write = ((...said: Parameters<Sent>) => {
    const [chunk, encoding, done] = said;
    if (!isPage() || chunk === undefined || typeof chunk === "function") return write(...said);
    keep(chunk, encoding);
    const next = typeof encoding === "function" ? encoding : done;
    if (next) process.nextTick(next);
    return true;
  }) as typeof response.write;

  response.end = ((...said: Parameters<Sent>) => {
    const [chunk, encoding] = said;
    if (!isPage()) return end(...said);
    if (chunk !== undefined && typeof chunk !== "function") keep(chunk, encoding);
    const done = said.find((each) => typeof each === "function");
    const html = withoutScripts(Buffer.concat(kept).toString());
    const page = Buffer.from(inLanguage(html, response.getHeader("content-language")));
    if (response.headersSent) return end(page, done);
    response.removeHeader("content-length");
    if (!gzips) return end(page, done);
    response.setHeader("content-encoding", "gzip");
    response.appendHeader("vary", "accept-encoding");
    return end(gzipSync(page), done);
  }) as typeof response.end;
}
