/** @type {import("next").NextConfig} */
export default {
  output: "standalone",
  poweredByHeader: false,
  typedRoutes: true,
  reactStrictMode: true,
  agentRules: false,
  outputFileTracingRoot: import.meta.dirname,
  turbopack: { root: import.meta.dirname },
  // `npm test` checks the types of everything; a newcomer's first start need not.
  typescript: { ignoreBuildErrors: true },
  // No page shows a picture that needs resizing: `/_next/image` is off, and sharp is left out of the install.
  images: { unoptimized: true },
  redirects: async () => [{ source: "/favicon.ico", destination: "/icon.svg", permanent: true }],
  serverExternalPackages: ["pg-boss", "react-email", "nodemailer", "@react-pdf/renderer"],
};
