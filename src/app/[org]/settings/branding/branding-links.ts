// The addresses of a business's logo and of its sample paper.
import type { Route } from "next";
import { href, type Query } from "../../_shell/links.ts";

export const toLogo = (org: string, query: Query): Route =>
  href([org, "settings", "branding", "logo"], query);

export const toBrandingPreview = (org: string): Route => href([org, "settings", "branding", "preview"]);
