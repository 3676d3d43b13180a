// "+ New": what this person can make, from wherever they are. The key n opens it.
import {
  Banknote,
  FileSpreadsheet,
  HardHat,
  Landmark,
  Package,
  Plus,
  ReceiptText,
  ShieldCheck,
  UserPlus,
} from "lucide-react";
import { Link } from "@/ui/link.tsx";
import { MENU_ITEM } from "@/ui/button-look.ts";
import { Menu } from "@/ui/menu.tsx";
import type { CurrentMember } from "./current-member.ts";
import {
  toNewCustomer,
  toNewDeposit,
  toNewInvoice,
  toNewJob,
  toNewPayment,
  toNewProduct,
  toNewReceipt,
  toNewRetained,
} from "./links.ts";

export function NewMenu({ here }: { here: CurrentMember }) {
  const { slug } = here.org;
  const all = [
    {
      may: "receipt:record",
      label: "Receipt",
      href: toNewReceipt(slug),
      icon: <ReceiptText aria-hidden="true" />,
    },
    {
      may: "invoice:write",
      label: "Invoice",
      href: toNewInvoice(slug),
      icon: <FileSpreadsheet aria-hidden="true" />,
    },
    {
      may: "payment:record",
      label: "Payment",
      href: toNewPayment(slug),
      icon: <Banknote aria-hidden="true" />,
    },
    {
      may: "payment:record",
      label: "Deposit",
      href: toNewDeposit(slug),
      icon: <Landmark aria-hidden="true" />,
    },
    {
      may: "customer:write",
      label: "Customer",
      href: toNewCustomer(slug),
      icon: <UserPlus aria-hidden="true" />,
    },
    {
      may: "job:write",
      label: "Job",
      href: toNewJob(slug),
      icon: <HardHat aria-hidden="true" />,
    },
    {
      may: "invoice:write",
      label: "Retained invoice",
      href: toNewRetained(slug),
      icon: <ShieldCheck aria-hidden="true" />,
    },
    {
      may: "product:write",
      label: "Product",
      href: toNewProduct(slug),
      icon: <Package aria-hidden="true" />,
    },
  ] as const;
  const mine = all.filter(({ may }) => here.permissions.includes(may));
  if (mine.length === 0) return null;
  return (
    <div data-new>
      <Menu
        side="end"
        variant="h-9 gap-1.5 border border-line bg-card px-2.5 text-14 font-medium hover:bg-hover touch:h-11 touch:min-w-11 touch:justify-center [&_svg]:size-4"
        label={
          <>
            <Plus aria-hidden="true" />
            <span className="max-desk:sr-only">New</span>
          </>
        }
      >
        {mine.map(({ label, href, icon }) => (
          <Link key={href} href={href} className={MENU_ITEM}>
            {icon}
            {label}
          </Link>
        ))}
      </Menu>
    </div>
  );
}
