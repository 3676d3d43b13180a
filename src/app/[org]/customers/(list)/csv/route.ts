// The customer list as a file: what the page shows, all of it.
import type { NextRequest } from "next/server";
import { contextFor } from "@/server/api.ts";
import { answerList } from "@/server/list-files/list-file.ts";
import { customersFile } from "@/server/list-files/customers.ts";
import { tellingTrouble } from "@/server/trouble.ts";
import { customersAsked } from "../asked.ts";

type Props = { params: Promise<{ org: string }> };

export const GET = tellingTrouble(async ({ nextUrl }: NextRequest, { params }: Props): Promise<Response> => {
  const context = await contextFor((await params).org);
  return answerList(context, customersFile, customersAsked(Object.fromEntries(nextUrl.searchParams)));
});
