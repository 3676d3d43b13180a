// One list of the customer's papers, as each tab reads it: newest first, page by page.
import { apiFor } from "@/server/api.ts";
import type { SearchParams } from "@/domain/lists/search-params.ts";
import { listLinks, type LinkedList } from "../../../_lists/list-links.ts";
import { readCurrentMember } from "../../../_shell/current-member.ts";
import { toCustomerTab, type CustomerTab } from "../../../_shell/links.ts";
import { readProfile, type ProfileProps } from "./read-profile.ts";

export async function readTab<Query extends { cursor?: string | undefined }, Sort extends string>(
  { params, searchParams }: ProfileProps,
  tab: CustomerTab,
  list: LinkedList<Query, Sort> & { read: (params: SearchParams) => Query },
) {
  const { org, customer } = await params;
  const { cursor, whose } = await searchParams;
  const asked = list.read({ cursor, whose });
  const [here, api, { customerId }] = await Promise.all([
    readCurrentMember(org),
    apiFor(org),
    readProfile(org, customer),
  ]);
  const links = listLinks(list, asked, (page) => toCustomerTab(org, customerId, tab, page));
  return { org, here, api, customerId, links, query: { customerId, ...asked } };
}
