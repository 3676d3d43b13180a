// A change comes from our own pages or not at all: JSON, and sent by this very origin. A form on another site
// can send neither (faults D27).
import { env } from "@/env.ts";

/** What is wrong with where a request comes from, or null when nothing is. */
export function originFault(request: Request): "not-json" | "other-origin" | null {
  const type = request.headers.get("content-type")?.split(";", 1)[0]?.trim().toLowerCase();
  if (type !== "application/json") return "not-json";
  return isFromUs(request) ? null : "other-origin";
}

/** For what isn't JSON, such as a file: a form can't send its type or method, and this says who did. */
export function isFromUs(request: Request): boolean {
  if (request.headers.get("origin") === env().APP_URL) return true;
  // Only a browser writes this header, and no page can make it lie: the app opened by another of its names.
  return request.headers.get("sec-fetch-site") === "same-origin";
}

/** Throws a ready answer; the route handler returns it. Thrown, so that a forgotten check of a result can't pass. */
export function assertSameOrigin(request: Request): void {
  const fault = originFault(request);
  if (fault) throw new OriginRefused(fault);
}

export class OriginRefused extends Error {
  override readonly name = "OriginRefused";
  readonly status: 403 | 415;

  constructor(fault: "not-json" | "other-origin") {
    super(fault);
    this.status = fault === "not-json" ? 415 : 403;
  }
}
