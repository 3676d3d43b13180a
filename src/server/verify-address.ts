// Where whoever holds a statement verifies it, and by which code: on its paper, in its mail, and on its page.
import type { IssuedStatement } from "@/books/statements/statements.ts";
import { codeOf, sealOf } from "@/domain/statements/seal.ts";
import { env } from "@/env.ts";

export const verifyAddress = (): string => `${env().APP_URL}/verify`;

/** null of one that was issued before they could be verified. */
export const verifyOf = ({
  statement,
  frozen,
}: Pick<IssuedStatement, "statement" | "frozen">): { at: string; code: string } | null =>
  statement.proof ? { at: verifyAddress(), code: codeOf(sealOf(frozen)) } : null;
