// What a phone writes into a picture doesn't stay in it: the place, the camera, words, and a film behind its end. What draws it does.
import { expect, test } from "vitest";
import { PLACE, jpegWithPlace, plainPictures, pngWithPlace } from "../testing/pictures.ts";
import { plainPicture } from "./plain-picture.ts";

const textIn = (picture: Uint8Array | null) => Buffer.from(picture ?? []).toString("latin1");

test("a JPEG says no longer where it was taken, and draws what it drew", () => {
  const told = jpegWithPlace();
  expect(textIn(told).split(PLACE)).toHaveLength(5);
  const plain = plainPicture(told, "image/jpeg");
  expect(plain).toEqual(plainPictures.jpeg);
  expect(textIn(plain)).not.toMatch(/Exif|xap|42\.36/);
});

test.each([2, 3, 6, 8])("which way up a JPEG is stays (%i)", (way) => {
  const plain = plainPicture(jpegWithPlace(way), "image/jpeg");
  expect(textIn(plain)).not.toContain("42.36");
  const at = textIn(plain).indexOf("Exif\0\0MM");
  const exif = Buffer.from(plain ?? []).subarray(at + 6);
  expect([exif.readUInt16BE(8), exif.readUInt16BE(10), exif.readUInt16BE(18)]).toEqual([1, 0x0112, way]);
  // What is plain already stays as it is.
  expect(plainPicture(plain ?? new Uint8Array(), "image/jpeg")).toEqual(plain);
});

test("a PNG keeps its pixels and no words", () => {
  expect(textIn(pngWithPlace()).split(PLACE)).toHaveLength(5);
  expect(plainPicture(pngWithPlace(), "image/png")).toEqual(plainPictures.png);
});

test.each(["image/jpeg", "image/png"] as const)(
  "cut off anywhere, a %s is none, and nothing is read behind its end",
  (type) => {
    const whole = type === "image/jpeg" ? plainPictures.jpeg : plainPictures.png;
    for (let length = 0; length < whole.length; length += 1)
      expect(plainPicture(whole.subarray(0, length), type), `${length}`).toBeNull();
  },
);

test("a paper, and bytes that only begin like a picture, are none", () => {
  expect(plainPicture(plainPictures.png, "application/pdf")).toBeNull();
  expect(plainPicture(Uint8Array.of(0xff, 0xd8, 0xff, 0xd9), "image/jpeg")).toBeNull();
  expect(plainPicture(new Uint8Array(200).fill(0xff).fill(0xd8, 1, 2), "image/jpeg")).toBeNull();
});
