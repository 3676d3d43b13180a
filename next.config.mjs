import { readVersion } from "./src/db/migrations/folder.ts";

/** `npm run bench` measures beside a page of its own, `page.bench.tsx`: only a build for it, in its own folder, has one. */
const forBench = process.env.BENCH === "true";
const EXTENSIONS = ["tsx", "ts"];

/** @type {import("next").NextConfig} */
export default {
  output: "standalone",
  distDir: forBench ? ".next-bench" : ".next",
  pageExtensions: forBench ? ["bench.tsx", ...EXTENSIONS] : EXTENSIONS,
  poweredByHeader: false,
  typedRoutes: true,
  reactStrictMode: true,
  agentRules: false,
  // A build serves on the database that it was built for, and on no other (src/db/directory/standing.ts).
  env: { DRIZZLE_VERSION: JSON.stringify(readVersion(`${import.meta.dirname}/drizzle`)) },
  outputFileTracingRoot: import.meta.dirname,
  turbopack: { root: import.meta.dirname },
  // `npm test` checks the types of everything; a newcomer's first start need not.
  typescript: {
    ignoreBuildErrors: true,
    tsconfigPath: forBench ? "tsconfig.bench.json" : "tsconfig.json",
  },
  // No page shows a picture that needs resizing: `/_next/image` is off, and sharp is left out of the install.
  images: { unoptimized: true },
  redirects: async () => [{ source: "/favicon.ico", destination: "/icon.svg", permanent: true }],
  serverExternalPackages: [
    "@zxcvbn-ts/core",
    "@zxcvbn-ts/language-common",
    "@zxcvbn-ts/language-en",
    "pg-boss",
    // What React writes mails with isn't the React of a page.
    "@react-email/body",
    "@react-email/button",
    "@react-email/container",
    "@react-email/head",
    "@react-email/html",
    "@react-email/preview",
    "@react-email/section",
    "@react-email/text",
    "nodemailer",
    "@react-pdf/layout",
    "@react-pdf/render",
    "@react-pdf/renderer",
    "pdfkit",
    "stripe",
  ],
};
