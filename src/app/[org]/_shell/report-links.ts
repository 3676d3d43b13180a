// Addresses of reports as files.
import type { Route } from "next";
import { href, type Query } from "./links.ts";

export const toAgingPdf = (org: string, query: Query = {}): Route =>
  href([org, "reports", "aging", "pdf"], query);
