// The papers of a run for the printer; ?part=2 has the next five hundred.
import { z } from "zod";
import { readParams } from "@/domain/lists/search-params.ts";
import { answerRunFile } from "@/server/run-file.ts";
import { tellingTrouble } from "@/server/trouble.ts";

type Context = RouteContext<"/[org]/statements/runs/[run]/pdf">;

const PART = {
  part: z
    .string()
    .regex(/^[1-9]\d{0,4}$/)
    .transform(Number),
};

export const GET = tellingTrouble(async (request: Request, { params }: Context): Promise<Response> => {
  const { org, run } = await params;
  const { part = 1 } = readParams(PART, Object.fromEntries(new URL(request.url).searchParams));
  return answerRunFile(org, run, part, request.signal);
});
