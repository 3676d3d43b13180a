// The picture of who may charge: shown to members of the business alone, by the door that hands out its files.
import { toAttachment } from "./links.ts";

export function BuyerPicture({ org, photoId, name }: { org: string; photoId: string; name: string }) {
  return (
    <img
      src={toAttachment(org, photoId)}
      alt={`Picture of ${name}`}
      width={80}
      height={80}
      className="size-20 rounded-control border border-line object-cover"
    />
  );
}
