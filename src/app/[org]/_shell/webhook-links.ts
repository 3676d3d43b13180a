// Addresses of webhooks in the settings.
import type { Route } from "next";
import { href, type Query } from "./links.ts";

export const toWebhook = (org: string, endpointId: string, query: Query = {}): Route =>
  href([org, "settings", "webhooks", endpointId], query);
