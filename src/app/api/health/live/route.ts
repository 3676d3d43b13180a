// For whoever restarts processes: this one runs.
import { connection } from "next/server";

export async function GET(): Promise<Response> {
  await connection();
  return Response.json({ status: "live" });
}
