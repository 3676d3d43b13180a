// A business's front door leads to its customers. A route and not a page, so that nobody sees an empty shell first.
import { redirect } from "next/navigation";
import { toCustomers } from "./_shell/links.ts";

export async function GET(_request: Request, { params }: RouteContext<"/[org]">): Promise<never> {
  redirect(toCustomers((await params).org));
}
