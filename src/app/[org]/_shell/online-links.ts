// The addresses of what is paid online.
import type { Route } from "next";
import { href, type Query } from "./links.ts";

export const toAutopays = (org: string): Route => href([org, "payments", "autopay"]);

export const toOnlinePayments = (org: string, query: Query = {}): Route =>
  href([org, "payments", "online"], query);
