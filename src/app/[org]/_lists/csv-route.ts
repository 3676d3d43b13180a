// A list as a file, asked for by the address of its page: all of it, from the first row on.
import type { NextRequest } from "next/server";
import type { SearchParams } from "@/domain/lists/search-params.ts";
import { contextFor } from "@/server/api.ts";
import { answerList, type ListFile } from "@/server/list-files/list-file.ts";
import { tellingTrouble } from "@/server/trouble.ts";
import type { Context } from "@/server/trpc.ts";

type Params = { org: string };
type List = {
  read: (params: SearchParams) => object;
  unreadDays: (params: SearchParams) => Readonly<Record<string, string>>;
};
/** What the page says beside the list's own: whose it is, at which moment. */
type Beside<P extends Params> = (asked: { params: P; query: SearchParams; context: Context }) => object;

export const csvRoute = <P extends Params = Params>(
  file: ListFile,
  list: List,
  beside: Beside<P> = () => ({}),
) =>
  tellingTrouble(async ({ nextUrl }: NextRequest, route: { params: Promise<P> }): Promise<Response> => {
    const params = await route.params;
    const query = Object.fromEntries(nextUrl.searchParams);
    const context = await contextFor(params.org);
    // A page tells a day that is none by its field; a file has none, so it is asked for as it stands, and refused.
    const unread = list.unreadDays(query);
    const input = {
      ...list.read(query),
      ...unread,
      ...beside({ params, query, context }),
      cursor: undefined,
    };
    return answerList(context, file, input);
  });
