// The frame of the settings: their sections, each with an address of its own. Whoever reads the reports may look; who may
// change which is asked of the permissions.
import { Screen } from "@/ui/page.tsx";
import { readCurrentMember } from "../_shell/current-member.ts";
import { NotAllowed } from "../_shell/not-allowed.tsx";
import { SettingsNav } from "./settings-nav.tsx";

export default async function SettingsFrame({ children, params }: LayoutProps<"/[org]/settings">) {
  const { org } = await params;
  const here = await readCurrentMember(org);
  if (!here.permissions.includes("report:read")) {
    return <NotAllowed title="Settings" to="a look at the settings" permission="report:read" />;
  }
  return (
    <Screen title="Settings">
      <div className="aside:grid aside:grid-cols-[9.5rem_minmax(0,1fr)] aside:gap-x-8 wide:gap-x-10 print:block">
        <SettingsNav org={org} />
        <div id="section" tabIndex={-1} className="outline-none aside:[&>section:first-child]:mt-0">
          {children}
        </div>
      </div>
    </Screen>
  );
}
