// The overrides to come.
import { Bone, Loading } from "@/ui/skeleton.tsx";

export default function OverridesLoading() {
  return (
    <Loading>
      <div className="mb-5 flex min-h-9 items-center">
        <Bone width="w-48" tall />
      </div>
      <Bone width="w-full" tall />
    </Loading>
  );
}
