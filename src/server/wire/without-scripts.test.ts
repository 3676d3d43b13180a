// A page behind a statement link goes out whole and without a script, packed or not; a file goes as it is.
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, test } from "vitest";
import { sendWithoutScripts, withoutScripts } from "./without-scripts.ts";

test.each([
  ['<p>a</p><script src="x" async=""></script><p>b</p>', "<p>a</p><p>b</p>"],
  ['<script nonce="n">push("\\u003c/script>")</script>c', "c"],
  [
    '<link rel="preload" as="script" href="x.js"/><link rel="stylesheet" href="x.css"/>',
    '<link rel="stylesheet" href="x.css"/>',
  ],
  ["<p>&lt;script&gt; Ltd</p>", "<p>&lt;script&gt; Ltd</p>"],
  ["a<SCRIPT>1\n2</SCRIPT >b", "ab"],
])("%s becomes %s", (html, left) => {
  expect(withoutScripts(html)).toBe(left);
});

test("a page that failed says so, without the script that would have", () => {
  const left = withoutScripts(
    '<!DOCTYPE html><html id="__next_error__"><head></head><body><script>1</script></body></html>',
  );
  expect(left).toContain("Something went wrong");
  expect(left).not.toContain("<script");
});

async function answered(headers: Record<string, string>, answer: (response: ServerResponse) => void) {
  const server = createServer((request, response) => {
    sendWithoutScripts(request, response);
    answer(response);
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const { port } = server.address() as AddressInfo;
  const got = await fetch(`http://127.0.0.1:${port}/`, { headers });
  const text = await got.text();
  server.close();
  return { text, headers: got.headers };
}

const inTwoPieces = (type: string) => (response: ServerResponse) => {
  response.setHeader("content-type", type);
  // As Next does, before its first piece.
  response.flushHeaders();
  response.write("<p>é</p><scr");
  response.end(Buffer.from("ipt>1</script><p>ü</p>"));
};

test("a script cut in two by the wire is found", async () => {
  const plain = await answered({ "accept-encoding": "identity" }, inTwoPieces("text/html; charset=utf-8"));
  expect(plain.text).toBe("<p>é</p><p>ü</p>");
  expect(plain.headers.get("content-encoding")).toBeNull();
});

test("a page that is in another language says so", async () => {
  const page = (language: string) => (response: ServerResponse) => {
    response.setHeader("content-type", "text/html");
    if (language) response.setHeader("content-language", language);
    response.end('<html lang="en"><body lang="en">');
  };
  expect((await answered({}, page("de-DE"))).text).toBe('<html lang="de-DE"><body lang="en">');
  expect((await answered({}, page(""))).text).toBe('<html lang="en"><body lang="en">');
});

test("a browser that takes gzip gets gzip", async () => {
  const packed = await answered({ "accept-encoding": "gzip, br" }, inTwoPieces("text/html; charset=utf-8"));
  expect(packed.text).toBe("<p>é</p><p>ü</p>");
  expect(packed.headers.get("content-encoding")).toBe("gzip");
});

test("what is no page goes as it is", async () => {
  const file = await answered({}, inTwoPieces("application/pdf"));
  expect(file.text).toBe("<p>é</p><script>1</script><p>ü</p>");
});
