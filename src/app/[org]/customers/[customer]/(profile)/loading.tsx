// One side of a customer to come, below the head and the tabs that are there already.
import { Loading, TableBones } from "@/ui/skeleton.tsx";

export default function ProfileLoading() {
  return (
    <Loading>
      <TableBones rows={8} columns={["w-24", "w-40", "w-24", "w-20", "w-20"]} />
    </Loading>
  );
}
