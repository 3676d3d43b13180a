// Where this copy of Onaccount answers, as its document and its examples say it.
import { env } from "@/env.ts";

export const appUrl = (): string => env().APP_URL;
