// What checks statements, and what asks about them. It comes when the first one is dropped: whoever only looks isn't sent it.
export { compareStatements } from "@/domain/statements/verify-statement.ts";
export { askStanding } from "./ask-standing.ts";
export { readPaper } from "./read-paper.ts";
