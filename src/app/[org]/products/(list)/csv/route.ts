// The list of products as a file: what the page shows, all of it.
import type { NextRequest } from "next/server";
import { contextFor } from "@/server/api.ts";
import { answerList } from "@/server/list-files/list-file.ts";
import { productsFile } from "@/server/list-files/products.ts";
import { tellingTrouble } from "@/server/trouble.ts";
import { productsAsked } from "../asked.ts";

type Props = { params: Promise<{ org: string }> };

export const GET = tellingTrouble(async ({ nextUrl }: NextRequest, { params }: Props): Promise<Response> => {
  const context = await contextFor((await params).org);
  return answerList(context, productsFile, productsAsked(Object.fromEntries(nextUrl.searchParams)));
});
