/** @type {import("next").NextConfig} */
export default {
  output: "standalone",
  poweredByHeader: false,
  typedRoutes: true,
  reactStrictMode: true,
  agentRules: false,
  serverExternalPackages: ["pg-boss", "react-email", "nodemailer", "@react-pdf/renderer"],
};
