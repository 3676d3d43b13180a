// Asks the server over HTTP as a browser does, for the parts that measure it.
import http from "node:http";

const agent = new http.Agent({ keepAlive: true });

/** `sentAt`: when its last byte had gone, by performance.now(). */
export type Answered = { status: number; body: Buffer; sentAt: number };

/**
 * Compressed, as browsers ask for it, and not unpacked: what that costs is the browser's, and would be measured as the
 * server's. The same goes for bodies, sent as the bytes that they are.
 */
export function ask(url: string, headers: Record<string, string>, body?: Buffer): Promise<Answered> {
  return new Promise((resolve, reject) => {
    const method = body ? "POST" : "GET";
    let sentAt = performance.now();
    const asking = http.request(url, { agent, method, headers }, (answer) => {
      const parts: Buffer[] = [];
      answer
        .on("data", (part: Buffer) => parts.push(part))
        .on("end", () => resolve({ status: answer.statusCode ?? 0, body: Buffer.concat(parts), sentAt }))
        .on("error", reject);
    });
    // A connection that was kept may be closed just as it is used again: then it wasn't heard, and is asked anew.
    const failed = (error: Error) => (asking.reusedSocket ? resolve(ask(url, headers, body)) : reject(error));
    asking
      .on("finish", () => (sentAt = performance.now()))
      .on("error", failed)
      .end(body);
  });
}
