// A look at the PDF that issuing would make. Nothing is numbered and nothing is stored.
import { answerPreviewFile } from "@/server/statement-answers.ts";
import { tellingTrouble } from "@/server/trouble.ts";
import { parseCurrencyParam } from "../../../../../_lists/asked-list.ts";
import { readCurrentMember } from "../../../../../_shell/current-member.ts";
import { readMoment } from "../../../../../_moment/moment.ts";
import { readRange } from "../range.ts";

type Props = { params: Promise<{ org: string; customer: string }> };

export const GET = tellingTrouble(async (request: Request, { params }: Props): Promise<Response> => {
  const { org, customer } = await params;
  const { searchParams } = new URL(request.url);
  const { today, zone } = (await readCurrentMember(org)).org;
  const asked = (name: string) => searchParams.get(name) || undefined;
  const { days } = readRange({ asOf: asked("asOf"), from: asked("from") }, today);
  const { known } = readMoment({ knownAt: asked("knownAt") }, zone);
  const currency = parseCurrencyParam({ currency: asked("currency") });
  if (!days) return new Response("These days make no statement.", { status: 422 });
  const moment = { customer, currency, ...days, ...(known && { knownAt: known.at }) };
  return answerPreviewFile(org, moment, request.signal);
});
