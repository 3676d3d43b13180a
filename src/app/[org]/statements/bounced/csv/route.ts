// The addresses that mail comes back from as a file: what the page shows, all of it.
import { bounceList } from "@/domain/statements/bounce-list.ts";
import { bouncesFile } from "@/server/list-files/bounces.ts";
import { csvRoute } from "../../../_lists/csv-route.ts";

export const GET = csvRoute(bouncesFile, bounceList);
