// A TrueType file is a directory of tables. Text shaping (GSUB, GPOS, GDEF) is most of a page's time and none of
// it is needed for Latin, Greek and Cyrillic in IBM Plex Sans, whose plain figures are already tabular: we drop it.
const HEADER = 12;
const ENTRY = 16;

export const SHAPING_TABLES: ReadonlySet<string> = new Set(["GSUB", "GPOS", "GDEF"]);

/** The same font without the named tables; the bytes of every other table stay as they are. */
export function withoutTables(font: Buffer, dropped: ReadonlySet<string>): Buffer {
  const kept = directoryOf(font).filter((table) => !dropped.has(table.tag));
  const start = HEADER + ENTRY * kept.length;
  const made = Buffer.alloc(kept.reduce((end, table) => end + padded(table.length), start));
  writeHeader(made, font.readUInt32BE(0), kept.length);

  let at = start;
  for (const [index, table] of kept.entries()) {
    const entry = HEADER + ENTRY * index;
    made.write(table.tag, entry, "latin1");
    made.writeUInt32BE(table.checksum, entry + 4);
    made.writeUInt32BE(at, entry + 8);
    made.writeUInt32BE(table.length, entry + 12);
    font.copy(made, at, table.offset, table.offset + table.length);
    at += padded(table.length);
  }
  return made;
}

function directoryOf(font: Buffer) {
  return Array.from({ length: font.readUInt16BE(4) }, (_, index) => {
    const entry = HEADER + ENTRY * index;
    return {
      tag: font.toString("latin1", entry, entry + 4),
      checksum: font.readUInt32BE(entry + 4),
      offset: font.readUInt32BE(entry + 8),
      length: font.readUInt32BE(entry + 12),
    };
  });
}

function writeHeader(made: Buffer, version: number, tables: number) {
  const power = Math.floor(Math.log2(tables));
  made.writeUInt32BE(version, 0);
  made.writeUInt16BE(tables, 4);
  made.writeUInt16BE(2 ** power * ENTRY, 6);
  made.writeUInt16BE(power, 8);
  made.writeUInt16BE(tables * ENTRY - 2 ** power * ENTRY, 10);
}

const padded = (length: number) => Math.ceil(length / 4) * 4;
