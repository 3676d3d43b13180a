// The fields that a file of one kind can't do without, some of them in place of each other; they are offered first.
import { movesMoney, type ImportKind } from "@/domain/imports/fields.ts";
import { missingFields } from "@/domain/imports/mapping.ts";

export function neededFields(kind: ImportKind): string[] {
  const whose = movesMoney(kind) ? ["customerName", "customerNumber"] : [];
  return [...whose, ...missingFields(kind, []).flat()];
}
