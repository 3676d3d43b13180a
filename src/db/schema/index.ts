// The whole schema in one place, as drizzle-kit needs it.
export * from "./accounts.ts";
export * from "./attachments.ts";
export * from "./credit.ts";
export * from "./directory.ts";
export * from "./documents.ts";
export * from "./events.ts";
export * from "./ground.ts";
export * from "./history.ts";
export * from "./imports.ts";
export * from "./jobs.ts";
export * from "./journal.ts";
export * from "./products.ts";
export * from "./profiles.ts";
export * from "./receipts.ts";
export * from "./settlement.ts";
export * from "./statements.ts";
