"use client";
// Who is signed in, for what this tab keeps of theirs: whoever signs in after them finds nothing of it.
import { createContext, useContext, type ReactNode } from "react";

const SignedInContext = createContext("nobody");

export function SignedIn({ userId, children }: { userId: string; children: ReactNode }) {
  return <SignedInContext value={userId}>{children}</SignedInContext>;
}

/** Their id. */
export const useSignedIn = (): string => useContext(SignedInContext);
