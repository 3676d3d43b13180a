// Where a business's provider sends the browser back to.
import { answerProvider } from "@/server/auth/provider-answer.ts";

export function GET(request: Request): Promise<Response> {
  return answerProvider(request);
}
