// Asks whether this customer is here before anything is sent, so that a stranger's number answers 404 and not a
// skeleton with status 200, and one that was merged leads to its other; the page then gets the same account without
// reading it again.
import { redirect } from "next/navigation";
import { toCustomer } from "../../../_shell/links.ts";
import { readAccount } from "./read-account.ts";

type Props = LayoutProps<"/[org]/customers/[customer]">;

export default async function CustomerLayout({ children, params }: Props) {
  const { org, customer } = await params;
  const { customerId, mergedFrom } = await readAccount(org, customer);
  if (mergedFrom !== null) redirect(toCustomer(org, customerId));
  return children;
}
