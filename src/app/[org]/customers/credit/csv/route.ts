// The credit customers as a file: what the page shows, all of it.
import type { NextRequest } from "next/server";
import { contextFor } from "@/server/api.ts";
import { answerList } from "@/server/list-files/list-file.ts";
import { creditCustomersFile } from "@/server/list-files/credit-customers.ts";
import { tellingTrouble } from "@/server/trouble.ts";
import { creditAsked } from "../asked.ts";

type Props = { params: Promise<{ org: string }> };

export const GET = tellingTrouble(async ({ nextUrl }: NextRequest, { params }: Props): Promise<Response> => {
  const context = await contextFor((await params).org);
  return answerList(context, creditCustomersFile, creditAsked(Object.fromEntries(nextUrl.searchParams)));
});
