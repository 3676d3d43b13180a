// A look at the PDF that issuing would make. Nothing is numbered and nothing is stored.
import { readParams } from "@/domain/lists/search-params.ts";
import { answerPreviewFile } from "@/server/statement-answers.ts";
import { tellingTrouble } from "@/server/trouble.ts";
import { readMoment } from "../../../../../_moment/moment.ts";
import { readCurrentMember } from "../../../../../_shell/current-member.ts";
import { STATEMENT_PARAMS, readRange } from "../range.ts";

type Context = RouteContext<"/[org]/customers/[customer]/statement/pdf">;

export const GET = tellingTrouble(async (request: Request, { params }: Context): Promise<Response> => {
  const { org, customer } = await params;
  const query = Object.fromEntries(new URL(request.url).searchParams);
  const { today, zone } = (await readCurrentMember(org)).org;
  const { currency, kind, family, ...typed } = readParams(STATEMENT_PARAMS, query);
  const { days } = readRange(typed, today);
  const { known } = readMoment({ knownAt: query["knownAt"] }, zone);
  if (!days) return new Response("These days make no statement.", { status: 422 });
  const moment = {
    customer,
    currency,
    kind,
    ...(family && { family: true }),
    ...days,
    ...(known && { knownAt: known.at }),
  };
  return answerPreviewFile(org, moment, request.signal);
});
