// Whose words, and whose way to write amounts and days, a customer reads.
import type { Language } from "@/domain/language/language.ts";

export type Reader = { name: string; language: Language; locale: string };
