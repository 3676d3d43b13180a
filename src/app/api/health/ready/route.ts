// For whoever sends requests: this process can answer them.
import { connection } from "next/server";
import { readyAnswer } from "@/server/health.ts";

export async function GET(): Promise<Response> {
  await connection();
  return readyAnswer();
}
