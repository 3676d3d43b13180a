// A PDF as an answer, or why there is none just now: in plain words on a page, since a browser asked and a person waits.
import { Refusal } from "@/domain/refusal.ts";
import { ThreadLost } from "./heavy/threads.ts";
import { log } from "./log.ts";
import { fileName, namedFile } from "./wire/named-file.ts";

export type Paper = { pdf: Uint8Array; name: string; download: boolean };

export async function answerPaper(draw: () => Promise<Paper>): Promise<Response> {
  try {
    const { pdf, ...named } = await draw();
    return pdfResponse(pdf, named);
  } catch (error) {
    const why = reasonOf(error);
    if (!why) throw error;
    return explained(why);
  }
}

/** An answer that is a PDF to keep or to look at; the name holds nothing that could break out of its header. */
export function pdfResponse(pdf: Uint8Array, { name, download }: Omit<Paper, "pdf">): Response {
  return new Response(new Uint8Array(pdf), {
    headers: {
      "content-type": "application/pdf",
      "content-disposition": namedFile(download ? "attachment" : "inline", fileName(name, "pdf")),
      "cache-control": "private, no-store",
      "x-content-type-options": "nosniff",
    },
  });
}

type Reason = { status: number; title: string; words: string; seconds?: number };

function reasonOf(error: unknown): Reason | null {
  if (error instanceof ThreadLost) {
    log().error({ err: error }, "a paper could not be drawn");
    const words = "Something broke off while it was drawn. Nothing was changed; try again.";
    return { status: 503, title: "This paper isn’t here yet", words, seconds: 1 };
  }
  if (!(error instanceof Refusal)) return null;
  const { code, details, message } = error;
  if (code === "too-much-work") return { status: 422, title: "This paper is too long", words: message };
  if (code !== "crowded") return null;
  const seconds = Number(details["seconds"]);
  return { status: 429, title: "Many papers are being drawn", words: message, seconds };
}

/** Without a script or a style sheet; an empty `href` is the address that was asked for. */
function explained({ status, title, words, seconds }: Reason): Response {
  const again = seconds === undefined ? "" : `<p><a href="" style="${LINK}">Try again</a></p>`;
  const page = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark"></head>
<body style="${BODY}"><main><h1 style="font-size:20px">${title}</h1><p>${words}</p>${again}</main></body></html>`;
  return new Response(page, {
    status,
    headers: {
      "content-type": "text/html; charset=utf-8",
      "cache-control": "private, no-store",
      ...(seconds !== undefined && { "retry-after": String(seconds) }),
    },
  });
}

const BODY = "font:16px/1.5 system-ui,sans-serif;max-width:34rem;margin:15vh auto;padding:0 1rem";
const LINK = "display:inline-block;padding:10px 0;min-height:24px";
