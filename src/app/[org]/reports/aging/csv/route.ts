// The aging report as a file: every customer at the day and the instant that the page shows.
import type { NextRequest } from "next/server";
import { contextFor } from "@/server/api.ts";
import { answerList } from "@/server/list-files/list-file.ts";
import { agingFile } from "@/server/list-files/aging.ts";
import { tellingTrouble } from "@/server/trouble.ts";
import { momentInput, readMoment } from "../../../_moment/moment.ts";
import { agingAsked } from "../asked.ts";

type Props = { params: Promise<{ org: string }> };

export const GET = tellingTrouble(async ({ nextUrl }: NextRequest, { params }: Props): Promise<Response> => {
  const context = await contextFor((await params).org);
  const query = Object.fromEntries(nextUrl.searchParams);
  const moment = readMoment(query, context.member?.zone ?? "UTC");
  return answerList(context, agingFile, { ...momentInput(moment), ...agingAsked(query) });
});
