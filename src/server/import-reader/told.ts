// How far a reading is: a sheet that tells how many of its rows were gone through, each half done by the first going.
import type { Sheet, SheetRow } from "@/domain/imports/sheet.ts";

export type TellRows = (done: number, of: number) => void;

const EACH = 5_000;

export function toldSheet(sheet: Sheet, tell: TellRows): Sheet {
  const of = sheet.rowsAbout;
  let done = 0;
  let next = EACH;
  async function* rows(): AsyncGenerator<readonly SheetRow[], void> {
    for await (const batch of sheet.rows()) {
      done += batch.length;
      if (done >= next) {
        tell(Math.min(Math.floor(done / 2), of), of);
        next = done + EACH;
      }
      yield batch;
    }
  }
  return { ...sheet, rows };
}
