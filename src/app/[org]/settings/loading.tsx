// The settings to come.
import { Bone, Loading, TableBones } from "@/ui/skeleton.tsx";

export default function SettingsLoading() {
  return (
    <Loading>
      <div className="mb-5 flex min-h-9 items-center">
        <Bone width="w-32" tall />
      </div>
      <div className="mt-15 mb-8 h-24 rounded-card border border-line bg-card p-6">
        <Bone width="w-80" />
      </div>
      <TableBones rows={6} columns={["w-32", "w-16", "w-20"]} />
    </Loading>
  );
}
