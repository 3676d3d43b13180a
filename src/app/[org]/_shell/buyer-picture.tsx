// The picture of who may charge: shown to members of the business alone, by the door that hands out its files.
import { toAttachment } from "./links.ts";

export function BuyerPicture({ org, photoId, name }: { org: string; photoId: string; name: string }) {
  return (
    <span
      role="img"
      aria-label={`Picture of ${name}`}
      style={{ backgroundImage: `url("${toAttachment(org, photoId)}")` }}
      className="block size-20 rounded-control border border-line bg-cover bg-center"
    />
  );
}
