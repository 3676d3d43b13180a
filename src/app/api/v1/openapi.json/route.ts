// The API's document, for whoever writes a program; it says nothing of any business.
import { openApiDocument } from "@/server/rest/openapi.ts";
import { appUrl } from "@/server/rest/app-url.ts";

export const GET = (): Response => Response.json(openApiDocument(appUrl()));
