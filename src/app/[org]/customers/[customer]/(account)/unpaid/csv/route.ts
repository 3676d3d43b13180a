// The unpaid invoices as a file: those that the page lists, all of them.
import type { NextRequest } from "next/server";
import { contextFor } from "@/server/api.ts";
import { answerList } from "@/server/list-files/list-file.ts";
import { unpaidFile } from "@/server/list-files/unpaid.ts";
import { tellingTrouble } from "@/server/trouble.ts";
import { askedOf } from "../../asked-of.ts";

type Props = { params: Promise<{ org: string; customer: string }> };

export const GET = tellingTrouble(async ({ nextUrl }: NextRequest, { params }: Props): Promise<Response> => {
  const { org, customer } = await params;
  const { account, unpaid } = await askedOf(org, nextUrl);
  return answerList(await contextFor(org), unpaidFile, { customerId: customer, ...account, ...unpaid });
});
