// The archive that a workbook is (PKWARE's APPNOTE): what it would unpack to is looked at before anything is unpacked, and
// each part against its checksum, which the library that reads it doesn't: one wrong bit would be another amount.
import { crc32, inflateRawSync } from "node:zlib";
import { Refusal } from "@/domain/refusal.ts";

const MOST_UNPACKED = 400 * 1024 * 1024;
const MOST_PARTS = 2_000;
const [STORED, DEFLATED] = [0, 8];

export const damaged = () =>
  new Refusal("file-unreadable", { reason: "It isn't a workbook, or it is damaged." });

/** Of a part: where its head lies, how it is packed, its size packed and unpacked, and the checksum of what it unpacks to. */
type Part = { head: number; method: number; crc: number; packed: number; size: number };

export function mustBeWholeArchive(bytes: Uint8Array): void {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const parts = partsOf(view);
  if (parts.reduce((sum, { size }) => sum + size, 0) > MOST_UNPACKED)
    throw new Refusal("file-unreadable", { reason: "It unpacks to more than 400 MB. Save it as CSV." });
  for (const part of parts) mustSayTheSame(view, part);
  for (const part of parts) if (crc32(unpacked(bytes, view, part)) !== part.crc) throw damaged();
}

/** As the archive's own directory says them. */
function partsOf(view: DataView): Part[] {
  const end = endOfDirectory(view);
  const count = end < 0 ? 0 : view.getUint16(end + 10, true);
  if (count === 0 || count > MOST_PARTS)
    throw new Refusal("file-unreadable", { reason: "It isn't a workbook." });
  let at = view.getUint32(end + 16, true);
  return Array.from({ length: count }, () => {
    if (at + 46 > view.byteLength || view.getUint32(at, true) !== 0x02014b50) throw damaged();
    const part = {
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      packed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      head: view.getUint32(at + 42, true),
    };
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    return part;
  });
}

/** The library makes room for what a part's own head says: a false one takes it a minute. */
function mustSayTheSame(view: DataView, { head, size }: Part): void {
  const there = head + 30 <= view.byteLength && view.getUint32(head, true) === 0x04034b50;
  const said = there ? view.getUint32(head + 22, true) : -1;
  const saidLater = there && (view.getUint16(head + 6, true) & 8) !== 0;
  if (said !== size && !(saidLater && said === 0)) throw damaged();
}

function unpacked(bytes: Uint8Array, view: DataView, { head, method, packed, size }: Part): Uint8Array {
  const from = head + 30 + view.getUint16(head + 26, true) + view.getUint16(head + 28, true);
  const content = bytes.subarray(from, from + packed);
  if (method === STORED) return content;
  if (method !== DEFLATED) throw damaged();
  try {
    // One byte of room more than it says: what would be longer is found, and not unpacked.
    return inflateRawSync(content, { maxOutputLength: size + 1 });
  } catch {
    throw damaged();
  }
}

function endOfDirectory(view: DataView): number {
  const lowest = Math.max(0, view.byteLength - 22 - 65_535);
  for (let at = view.byteLength - 22; at >= lowest; at--)
    if (view.getUint32(at, true) === 0x06054b50) return at;
  return -1;
}
