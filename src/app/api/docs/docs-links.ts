// Where the pages of the API's document are.
import type { Route } from "next";

export const toDocs = (): Route => "/api/docs";
export const toNoun = (slug: string): Route => `/api/docs/${encodeURIComponent(slug)}` as Route;
export const toRoute = (slug: string, id: string): Route => `${toNoun(slug)}#${id}` as Route;
