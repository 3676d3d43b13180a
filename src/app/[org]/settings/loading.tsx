// The section of the settings to come; its frame is there.
import { Bone, Loading, TableBones } from "@/ui/skeleton.tsx";

export default function SettingsLoading() {
  return (
    <Loading>
      <div className="mt-15 mb-8 aside:mt-8 h-24 rounded-card border border-line bg-card p-6">
        <Bone width="w-80" />
      </div>
      <TableBones rows={6} columns={["w-32", "w-16", "w-20"]} />
    </Loading>
  );
}
