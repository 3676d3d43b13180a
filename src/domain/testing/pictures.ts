// Pictures for tests: small ones that any program can draw, and what phones write beside the pixels.
const JPEG = Buffer.from(
  "/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAAEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQH/wAALCAAIAAgBAREA/8QAFAABAAAAAAAAAAAAAAAAAAAAAP/EABQQAQAAAAAAAAAAAAAAAAAAAAD/2gAIAQEAAD8AP//Z",
  "base64",
);
const PNG = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAQAAAAECAIAAAAmkwkpAAAAEElEQVR42mP4z8AARwzEcQCukw/xOF6MEQAAAABJRU5ErkJggg==",
  "base64",
);

/** Where no test picture was ever taken, as it stands in the file. */
export const PLACE = "Elm St 12, 42.3601 N";

/** A picture of 8 × 8 dots, lying on its side where `way` says so, with the place where it was taken. */
export function jpegWithPlace(way = 1): Uint8Array {
  const little16 = (value: number) => [value & 255, value >> 8];
  const entry = (tag: number, type: number, count: number, value: number) => [
    ...little16(tag),
    ...little16(type),
    ...little16(count),
    0,
    0,
    ...little16(value),
    0,
    0,
  ];
  const tiff = [
    ...[0x49, 0x49, 42, 0, 8, 0, 0, 0],
    ...little16(2),
    ...entry(0x0112, 3, 1, way),
    // The directory of the place.
    ...entry(0x8825, 4, 1, 38),
    ...[0, 0, 0, 0],
    ...little16(1),
    ...entry(0x001c, 2, PLACE.length, 56),
    ...[0, 0, 0, 0],
  ];
  const exif = segment(0xe1, Buffer.concat([Buffer.from("Exif\0\0"), Buffer.from(tiff), Buffer.from(PLACE)]));
  const xmp = segment(0xe1, Buffer.from(`http://ns.adobe.com/xap/1.0/\0<exif:GPS>${PLACE}</exif:GPS>`));
  const comment = segment(0xfe, Buffer.from(PLACE));
  const film = Buffer.from(`ftypmp42 ${PLACE}`);
  return new Uint8Array(Buffer.concat([JPEG.subarray(0, 2), exif, xmp, comment, JPEG.subarray(2), film]));
}

const segment = (marker: number, body: Buffer): Buffer => {
  const length = Buffer.alloc(2);
  length.writeUInt16BE(body.length + 2);
  return Buffer.concat([Buffer.from([0xff, marker]), length, body]);
};

/** A red one; `text` makes it another. */
export function pngWithPlace(text = PLACE): Uint8Array {
  const behindHead = 8 + 25;
  const told = [chunk("tEXt", `Location\0${text}`), chunk("eXIf", `II*\0${text}`), chunk("iTXt", text)];
  return new Uint8Array(
    Buffer.concat([PNG.subarray(0, behindHead), ...told, PNG.subarray(behindHead), Buffer.from(text)]),
  );
}

/** One that no other mark makes, and that has nothing beside what draws it. */
export function pngMarked(mark: string): Uint8Array {
  const size = chunk("pHYS", mark.padEnd(9, "0").slice(0, 9));
  return new Uint8Array(Buffer.concat([PNG.subarray(0, 33), size, PNG.subarray(33)]));
}

function chunk(name: string, body: string): Buffer {
  const named = Buffer.from(name + body);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(named.length - 4);
  // Nobody draws it: its sum isn't looked at.
  return Buffer.concat([length, named, Buffer.alloc(4)]);
}

/** Without anything beside the pixels. */
export const plainPictures = { jpeg: new Uint8Array(JPEG), png: new Uint8Array(PNG) };
