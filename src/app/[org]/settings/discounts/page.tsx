// Discount classes of customers and groups of products, and what a class pays less for a group.
import type { Metadata } from "next";
import { apiFor } from "@/server/api.ts";
import { Card } from "@/ui/card.tsx";
import { readSection } from "../read-section.ts";
import { SettingSection } from "../setting-section.tsx";
import { AddDiscounted } from "./add-discounted.tsx";
import { ClassCard } from "./class-card.tsx";
import { Groups } from "./groups.tsx";

export const metadata: Metadata = { title: "Discounts · Settings" };

export default async function DiscountSettings({ params }: PageProps<"/[org]/settings/discounts">) {
  const { org } = await params;
  const [section, api] = await Promise.all([readSection(org), apiFor(org)]);
  if (!section) return null;
  const { mayChange } = section.given;
  const { locale } = section.place;
  const { classes, groups, percents } = await api.discounts.read({});
  return (
    <>
      <SettingSection id="classes" title="Discount classes" mayChange={mayChange}>
        <p className="mb-3 max-w-prose text-13 text-soft">
          A customer of a class pays less for the product groups that you choose. The discount stands on each
          line at the counter and on an invoice, and whoever writes it can change it. A customer’s class is on
          their Info tab.
        </p>
        {classes.length === 0 ? (
          <Card padded>
            <p className="text-soft">
              No classes yet. Add one such as Trade, then its percent for each group.
            </p>
          </Card>
        ) : (
          <div className="grid gap-4">
            {classes.map((each) => (
              <ClassCard
                key={each.id}
                org={org}
                discountClass={each}
                groups={groups.filter(({ archived }) => !archived)}
                percents={percents}
                mayChange={mayChange}
                locale={locale}
              />
            ))}
          </div>
        )}
        {mayChange ? (
          <div className="mt-3">
            <AddDiscounted org={org} kind="class" />
          </div>
        ) : null}
      </SettingSection>
      <Groups org={org} groups={groups} mayChange={mayChange} />
    </>
  );
}
