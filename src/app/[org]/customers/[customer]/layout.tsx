// Asks whether this customer is here before anything is sent, so that a stranger's number answers 404 and not a
// skeleton with status 200; the page then gets the same account without reading it again.
import type { ReactNode } from "react";
import { readAccount } from "./read-account.ts";

type Props = { children: ReactNode; params: Promise<{ org: string; customer: string }> };

export default async function CustomerLayout({ children, params }: Props) {
  const { org, customer } = await params;
  await readAccount(org, customer);
  return children;
}
