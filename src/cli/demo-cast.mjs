// Who plays in the demo story. Everybody knows them and their password, so they are for a copy that nobody else reaches.
export const DEMO_PASSWORD = "onaccount-demo";

/**
 * By address, with the role in each of the story's businesses.
 * @type {readonly { email: string, name: string, roles: Partial<Record<"hillside" | "granite", import("../domain/permission.ts").Role>> }[]}
 */
export const CAST = [
  { email: "owner@hillside.example", name: "Hana Reyes", roles: { hillside: "owner" } },
  { email: "admin@hillside.example", name: "Amir Costa", roles: { hillside: "admin" } },
  { email: "books@hillside.example", name: "Bea Lindqvist", roles: { hillside: "bookkeeper" } },
  { email: "clerk@hillside.example", name: "Cole Baker", roles: { hillside: "clerk" } },
  { email: "viewer@hillside.example", name: "Vera Quist", roles: { hillside: "viewer" } },
  { email: "owner@granite.example", name: "Greta Stone", roles: { granite: "owner" } },
  { email: "dana@both.example", name: "Dana Whitlock", roles: { hillside: "bookkeeper", granite: "admin" } },
];

/** Slug, and what it is called. */
export const DEMO_BUSINESSES = { hillside: "Hillside Supply", granite: "Granite & Sons" };
