// What the bench's bare page shows: one short question behind the same door as every other.
import { readFirstCustomers } from "@/books/testing/first-customers.ts";
import { readBooks } from "@/books/open.ts";
import { contextFor } from "../api.ts";
import { admitted } from "../trpc.ts";

export async function bareRows(org: string) {
  const { member } = admitted(await contextFor(org), "account:read", "bare");
  return readBooks(member, readFirstCustomers);
}
