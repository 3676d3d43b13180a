// What the address says of a form that was just sent.
import { z } from "zod";
import { readParams, type SearchParams } from "@/domain/lists/search-params.ts";
import type { AnswerSaid } from "./said.tsx";

const Word = z.string().max(40);

export const parseSaid = (query: SearchParams): AnswerSaid => readParams({ done: Word, fault: Word }, query);
