// A thread that does what no job of ours should: for the tests of what becomes of it.
import { parentPort } from "node:worker_threads";

let count = 0;

const jobs = {
  echo: (input) => input,
  // How often this thread was asked.
  count: () => (count += 1),
  spin: (milliseconds) => {
    for (const end = performance.now() + milliseconds; performance.now() < end;);
    return "spun";
  },
  grow: () => {
    const held = new Map();
    for (;;) held.set(held.size, Array.from({ length: 1000 }, Math.random));
  },
  // Bytes outside the heap, which Node's own limit doesn't see.
  growOutside: (milliseconds) => {
    const held = Array.from({ length: 200 }, () => Buffer.alloc(1024 * 1024, 1));
    for (const end = performance.now() + milliseconds; performance.now() < end;);
    return held.length;
  },
  // Says on the way how far it is.
  steps: (count) => {
    for (let done = 1; done <= count; done++) parentPort.postMessage({ kind: "progress", done, of: count });
    return count;
  },
  exit: () => process.exit(3),
  throwLater: () => {
    setTimeout(() => {
      throw new Error("nobody waits for me");
    });
    return new Promise(() => {});
  },
  refuse: () => {
    throw Object.assign(new Error("refused"), { refusal: { code: "file-refused", details: { line: 7 } } });
  },
  fail: () => {
    throw new RangeError("out of range");
  },
};

async function answerTo({ job, input }) {
  try {
    return { kind: "done", value: await jobs[job](input) };
  } catch (error) {
    return error.refusal ? { kind: "refused", ...error.refusal } : { kind: "failed", error };
  }
}

parentPort.on("message", (order) => {
  void answerTo(order).then((answer) => parentPort.postMessage(answer));
});
