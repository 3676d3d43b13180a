// The shell around every page of a business: sections on the left (below, on a phone), business, search and person on
// top. The business stands in the address, never in the session.
import type { Metadata } from "next";
import { clockMoved } from "@/server/clock-watch.ts";
import { Unavailable } from "@/server/trouble.ts";
import { FocusKeeper } from "@/ui/focus-keeper.tsx";
import { SignedIn } from "@/ui/signed-in.tsx";
import { Toaster } from "@/ui/toast.tsx";
import { ClockMovedNotice } from "./_shell/clock-moved.tsx";
import { readCurrentMember } from "./_shell/current-member.ts";
import { Mark } from "./_shell/mark.tsx";
import { Shortcuts } from "./_shell/shortcuts.tsx";
import { Rail } from "./_shell/rail.tsx";
import { sectionsFor } from "./_shell/sections.tsx";
import { TopBar } from "./_shell/top-bar.tsx";

type Props = LayoutProps<"/[org]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  // A business that isn't here is said below, by the shell; here it only must not cost the page its title.
  const here = await readCurrentMember((await params).org).catch((error: unknown) => {
    if (error instanceof Unavailable) throw error;
    return null;
  });
  if (!here) return { title: { default: "Not found", template: "Not found · Onaccount" } };
  const { name } = here.org;
  return { title: { default: name, template: `%s · ${name}` } };
}

export default async function Shell({ children, params }: Props) {
  const here = await readCurrentMember((await params).org);
  const sections = sectionsFor(here);
  const moved = clockMoved();
  return (
    <div className="desk:grid desk:grid-cols-[5.5rem_minmax(0,1fr)] wide:grid-cols-[13rem_minmax(0,1fr)] print:block">
      <a
        href="#main"
        className="sr-only z-50 rounded-control bg-accent px-4 py-2 font-medium text-on-accent focus:not-sr-only focus:fixed focus:top-2 focus:left-2"
      >
        Skip to the content
      </a>
      <Rail
        sections={sections}
        mark={<Mark />}
        foot={<Shortcuts sections={sections.map(({ label, href, letter }) => ({ label, href, letter }))} />}
      />
      <div className="min-w-0">
        <TopBar here={here} />
        <main
          id="main"
          tabIndex={-1}
          className="max-w-[82rem] px-4 pt-4 pb-28 outline-none desk:px-8 desk:pb-16 print:p-0"
        >
          {moved ? <ClockMovedNotice moved={moved} style={here.org} /> : null}
          <SignedIn userId={here.user.userId}>{children}</SignedIn>
        </main>
      </div>
      <Toaster />
      <FocusKeeper main="main" />
    </div>
  );
}
