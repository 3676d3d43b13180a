// The top of the shell: which business this is (and the others one belongs to), the one search box, and the person.
import { Building2, Check, ChevronsUpDown, LogOut, MonitorSmartphone, Plus, UserRound } from "lucide-react";
import { signOutAction, signOutEverywhereAction } from "@/app/(auth)/actions.ts";
import { signUpIsOpen } from "@/server/auth/sign-up.ts";
import { Link } from "@/ui/link.tsx";
import { MENU_ITEM } from "@/ui/button-look.ts";
import { Menu } from "@/ui/menu.tsx";
import { SearchBox } from "@/ui/search-box.tsx";
import type { CurrentMember } from "./current-member.ts";
import { NewMenu } from "./new-menu.tsx";
import { toCustomers, toFind } from "./links.ts";

export function TopBar({ here }: { here: CurrentMember }) {
  return (
    <header className="sticky top-0 z-20 flex h-14 items-center gap-2 border-b border-line bg-ground px-4 desk:gap-4 desk:px-8 print:hidden">
      <Businesses here={here} />
      <SearchBox
        find={toFind(here.org.slug)}
        list={toCustomers(here.org.slug)}
        label="Find a customer or a number"
        hint="Customer or number…"
      />
      <div className="ml-auto flex items-center gap-2 desk:gap-3">
        <NewMenu here={here} />
        <Person here={here} />
      </div>
    </header>
  );
}

function Businesses({ here }: { here: CurrentMember }) {
  const name = (
    <>
      <span className="max-w-56 truncate font-semibold max-desk:sr-only">{here.org.name}</span>
      <span
        aria-hidden="true"
        className="grid size-9 place-items-center rounded-control bg-hover text-12 font-semibold desk:hidden"
      >
        {initials(here.org.name)}
      </span>
    </>
  );
  if (here.businesses.length < 2) return <div className="flex items-center">{name}</div>;
  return (
    <Menu
      variant="gap-1.5 desk:-ml-2.5 desk:h-9 desk:px-2.5 desk:hover:bg-hover max-desk:min-h-11 max-desk:min-w-11 max-desk:justify-center"
      label={
        <>
          <span className="sr-only">Business:</span>
          {name}
          <ChevronsUpDown aria-hidden="true" className="size-3.5 text-soft max-desk:hidden" />
        </>
      }
    >
      <p className="px-2.5 pt-1 pb-2 text-12 text-soft">Your businesses</p>
      {here.businesses.map((business) => (
        <Link
          key={business.slug}
          href={toCustomers(business.slug)}
          aria-current={business.slug === here.org.slug ? "true" : undefined}
          className={MENU_ITEM}
        >
          <span className="flex-1 truncate">{business.name}</span>
          {business.slug === here.org.slug ? <Check aria-hidden="true" /> : null}
        </Link>
      ))}
    </Menu>
  );
}

function Person({ here }: { here: CurrentMember }) {
  const { name, email } = here.user;
  return (
    <Menu
      side="end"
      variant="touch:min-h-11 touch:min-w-11 touch:justify-center"
      label={
        <>
          <span className="sr-only">Signed in as {name}</span>
          <span
            aria-hidden="true"
            className="grid size-8 place-items-center rounded-full bg-accent-wash text-12 font-semibold text-accent touch:size-9"
          >
            {initials(name)}
          </span>
        </>
      }
    >
      <div className="border-b border-line px-2.5 pt-1 pb-2.5">
        <p className="font-medium">{name}</p>
        <p className="text-13 text-soft">{email}</p>
        <p className="mt-1 text-12 text-soft">
          {roleWords(here.role)} at {here.org.name}
        </p>
      </div>
      <div className="pt-1.5">
        {signUpIsOpen() ? (
          <Link href="/new-business" className={MENU_ITEM}>
            <Plus aria-hidden="true" />
            Set up another business
          </Link>
        ) : null}
        <Link href="/account/businesses" className={MENU_ITEM}>
          <Building2 aria-hidden="true" />
          Your businesses
        </Link>
        <Link href="/account" className={MENU_ITEM}>
          <UserRound aria-hidden="true" />
          Your account
        </Link>
      </div>
      <form action={signOutAction}>
        <button type="submit" className={MENU_ITEM}>
          <LogOut aria-hidden="true" />
          Sign out
        </button>
        <button type="submit" formAction={signOutEverywhereAction} className={MENU_ITEM}>
          <MonitorSmartphone aria-hidden="true" />
          Sign out on every device
        </button>
      </form>
    </Menu>
  );
}

/** "Hillside Supply" → "HS". */
function initials(name: string): string {
  const words = name.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== "");
  return [words[0], words.at(-1)]
    .filter((word, index) => word && (index === 0 || words.length > 1))
    .map((word) => [...(word ?? "")][0]?.toUpperCase())
    .join("");
}

/** "project-manager" → "Project manager". */
const roleWords = (role: string): string =>
  (role[0] ?? "").toUpperCase() + role.slice(1).replaceAll("-", " ");
