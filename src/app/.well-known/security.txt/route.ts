// Where somebody who found a hole tells whoever runs this copy (RFC 9116). Without an address to tell it to there is no such file.
import { connection } from "next/server";
import { securityText } from "@/server/wire/security-text.ts";

export async function GET(): Promise<Response> {
  await connection();
  const text = securityText();
  const headers = { "content-type": "text/plain; charset=utf-8" };
  return text === null ? new Response(null, { status: 404 }) : new Response(text, { headers });
}
