// The account's history as a file: what the page looks for, from the newest to the first.
import type { NextRequest } from "next/server";
import { contextFor } from "@/server/api.ts";
import { answerList } from "@/server/list-files/list-file.ts";
import { historyFile } from "@/server/list-files/history.ts";
import { tellingTrouble } from "@/server/trouble.ts";
import { askedOf } from "../../asked-of.ts";

type Props = { params: Promise<{ org: string; customer: string }> };

export const GET = tellingTrouble(async ({ nextUrl }: NextRequest, { params }: Props): Promise<Response> => {
  const { org, customer } = await params;
  const { account, history } = await askedOf(org, nextUrl);
  return answerList(await contextFor(org), historyFile, { customerId: customer, ...account, ...history });
});
