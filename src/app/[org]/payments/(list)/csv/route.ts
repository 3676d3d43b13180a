// The list of payments as a file: what the page shows, all of it.
import type { NextRequest } from "next/server";
import { contextFor } from "@/server/api.ts";
import { answerList } from "@/server/list-files/list-file.ts";
import { paymentsFile } from "@/server/list-files/payments.ts";
import { tellingTrouble } from "@/server/trouble.ts";
import { orderAsked, paymentsAsked } from "../asked.ts";

type Props = { params: Promise<{ org: string }> };

export const GET = tellingTrouble(async ({ nextUrl }: NextRequest, { params }: Props): Promise<Response> => {
  const context = await contextFor((await params).org);
  const query = Object.fromEntries(nextUrl.searchParams);
  return answerList(context, paymentsFile, { ...paymentsAsked(query), ...orderAsked(query) });
});
