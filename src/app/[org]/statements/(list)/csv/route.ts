// The list of issued statements as a file: what the page shows, all of it.
import type { NextRequest } from "next/server";
import { contextFor } from "@/server/api.ts";
import { answerList } from "@/server/list-files/list-file.ts";
import { statementsFile } from "@/server/list-files/statements.ts";
import { tellingTrouble } from "@/server/trouble.ts";
import { statementSort, statementsAsked } from "../../../_lists/statement-query.ts";

type Props = { params: Promise<{ org: string }> };

export const GET = tellingTrouble(async ({ nextUrl }: NextRequest, { params }: Props): Promise<Response> => {
  const context = await contextFor((await params).org);
  const query = Object.fromEntries(nextUrl.searchParams);
  return answerList(context, statementsFile, { ...statementsAsked(query), ...statementSort(query) });
});
