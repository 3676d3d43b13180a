// Where the page asks whether a seal stands in a business's books.
import { answerIssued } from "@/server/ask-issued.ts";
import { tellingTrouble } from "@/server/trouble.ts";

export const POST = tellingTrouble(answerIssued);
