// A zip file piece by piece, however large: each file in it is deflated by zlib, in threads of its own, so that our loop stays free.
import { createDeflateRaw, crc32 } from "node:zlib";
import { Readable } from "node:stream";
import { Zip, type ZipInputFile } from "fflate";

/** `name`: with slashes for folders. `isPacked`: already, as pictures and PDFs are. */
export type ZipEntry = { name: string; isPacked: boolean; pieces: AsyncIterable<Uint8Array> };

const DEFLATED = 8;
const STORED = 0;

/** Two of one name are told apart by a number. Without zip64: below 4 GB and 65,535 files, which the caller sees to. */
export async function* zipped(entries: AsyncIterable<ZipEntry>): AsyncGenerator<Uint8Array> {
  const ready: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    ready.push(chunk);
  });
  const taken = new Set<string>();
  for await (const { name, isPacked, pieces } of entries) {
    const compression = isPacked ? STORED : DEFLATED;
    const file: ZipInputFile = { filename: unlike(taken, name), size: 0, crc: 0, compression };
    zip.add(file);
    const measured = measuring(file, pieces);
    for await (const piece of isPacked ? measured : deflated(measured)) {
      file.ondata?.(null, asBytes(piece), false);
      yield* ready.splice(0);
    }
    file.ondata?.(null, new Uint8Array(), true);
    yield* ready.splice(0);
  }
  zip.end();
  yield* ready.splice(0);
}

/** fflate wants the size and the sum of what was put in. */
async function* measuring(file: ZipInputFile, pieces: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  for await (const piece of pieces) {
    file.size += piece.byteLength;
    file.crc = crc32(piece, file.crc);
    yield piece;
  }
}

function deflated(pieces: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  const from = Readable.from(pieces);
  const deflate = createDeflateRaw();
  from.once("error", (error) => deflate.destroy(error));
  deflate.once("close", () => from.destroy());
  return from.pipe(deflate);
}

/** fflate keeps what it is given until it was handed on. */
const asBytes = (piece: Uint8Array): Uint8Array<ArrayBuffer> => new Uint8Array(piece);

function unlike(taken: Set<string>, name: string): string {
  const dot = name.lastIndexOf(".");
  const [stem, ending] = dot > name.lastIndexOf("/") ? [name.slice(0, dot), name.slice(dot)] : [name, ""];
  let free = name;
  for (let nth = 2; taken.has(free.toLowerCase()); nth++) free = `${stem} (${nth})${ending}`;
  taken.add(free.toLowerCase());
  return free;
}
