// The aging report on paper: every customer at the day and the instant that the page shows.
import type { NextRequest } from "next/server";
import { agingList } from "@/domain/receivables/aging-list.ts";
import { answerAgingFile } from "@/server/aging-file.ts";
import { tellingTrouble } from "@/server/trouble.ts";
import { momentInput, readMoment } from "../../../_moment/moment.ts";
import { readCurrentMember } from "../../../_shell/current-member.ts";

type Context = RouteContext<"/[org]/reports/aging/pdf">;

export const GET = tellingTrouble(async ({ nextUrl, signal }: NextRequest, { params }: Context) => {
  const { org } = await params;
  const query = Object.fromEntries(nextUrl.searchParams);
  const { zone } = (await readCurrentMember(org)).org;
  const { cursor: _first, ...asked } = agingList.read(query);
  return answerAgingFile(org, { ...momentInput(readMoment(query, zone)), ...asked }, signal);
});
