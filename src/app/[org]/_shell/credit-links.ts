// Addresses of what surrounds a customer's credit.
import type { Route } from "next";
import { href, type Query } from "./links.ts";

/** Who may charge to an account. */
export const toCharging = (org: string, customerId: string, query: Query = {}): Route =>
  href([org, "customers", customerId, "charging"], query);

/** The overrides that wait for somebody's answer. */
export const toOverrides = (org: string): Route => href([org, "customers", "overrides"]);

/** Applications for credit, and the link by which they come. */
export const toApplications = (org: string, query: Query = {}): Route =>
  href([org, "customers", "credit", "applications"], query);

export const toApplication = (org: string, applicationId: string): Route =>
  href([org, "customers", "credit", "applications", applicationId]);
