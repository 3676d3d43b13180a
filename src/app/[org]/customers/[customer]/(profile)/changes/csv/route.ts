// The history of a customer's changes as a file: what the page shows, all of it.
import type { NextRequest } from "next/server";
import { contextFor } from "@/server/api.ts";
import { answerList } from "@/server/list-files/list-file.ts";
import { customerChangesFile } from "@/server/list-files/customer-changes.ts";
import { tellingTrouble } from "@/server/trouble.ts";
import { asked } from "../../../../../_shell/links.ts";

type Props = { params: Promise<{ org: string; customer: string }> };

export const GET = tellingTrouble(async ({ nextUrl }: NextRequest, { params }: Props): Promise<Response> => {
  const { org, customer: customerId } = await params;
  const field = asked(Object.fromEntries(nextUrl.searchParams), "field");
  return answerList(await contextFor(org), customerChangesFile, { customerId, ...(field && { field }) });
});
