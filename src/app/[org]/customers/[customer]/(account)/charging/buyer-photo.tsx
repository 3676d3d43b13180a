"use client";
// The picture of who may charge: made small in the browser, which leaves out where and when it was taken, and sent.
import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import { Button } from "@/ui/button.tsx";
import { toast } from "@/ui/toast.tsx";
import { commandKey, faultOf } from "@/ui/use-command.ts";
import { BuyerPicture } from "../../../../_shell/buyer-picture.tsx";
import { removeFile, uploadFile } from "../../../../_attachments/upload.ts";

/** As wide and high as it is kept, in pixels. */
const SIDE = 320;

type Props = {
  org: string;
  buyer: { buyerId: string; name: string; photoId: string | null };
  mayChange: boolean;
};

export function BuyerPhoto({ org, buyer: { buyerId, name, photoId }, mayChange }: Props) {
  const router = useRouter();
  const input = useRef<HTMLInputElement>(null);
  const [fault, setFault] = useState<string | null>(null);
  const [pending, setPending] = useState(false);
  function carryOut(work: Promise<unknown>, done: string) {
    setFault(null);
    setPending(true);
    void work
      .then(
        () => null,
        (error: unknown) => faultOf(error).message,
      )
      .then(tell)
      .finally(() => setPending(false));
    function tell(wrong: string | null) {
      setFault(wrong);
      if (wrong !== null) return;
      toast(done);
      router.refresh();
    }
  }
  const choose = (file: File) =>
    carryOut(
      small(file).then((picture) =>
        uploadFile({
          org,
          subject: { kind: "buyer", id: buyerId },
          file: picture,
          key: commandKey(),
          progress: () => {},
        }),
      ),
      `${name} has a picture`,
    );
  return (
    <span className="flex flex-wrap items-center gap-3">
      {photoId ? <BuyerPicture org={org} photoId={photoId} name={name} /> : null}
      {mayChange ? (
        <span className="grid justify-items-start">
          <input
            ref={input}
            type="file"
            accept="image/png,image/jpeg"
            className="hidden"
            onChange={({ currentTarget }) => {
              const file = currentTarget.files?.[0];
              if (file) choose(file);
              currentTarget.value = "";
            }}
          />
          <Button
            variant="quiet"
            pending={pending}
            aria-label={photoId ? `Change the picture of ${name}` : `Add a picture of ${name}`}
            onClick={() => input.current?.click()}
          >
            {photoId ? "Change picture" : "Add a picture"}
          </Button>
          {photoId ? (
            <Button
              variant="quiet"
              aria-label={`Remove the picture of ${name}`}
              onClick={() => carryOut(removeFile(org, photoId), "The picture is removed")}
            >
              Remove picture
            </Button>
          ) : null}
        </span>
      ) : null}
      {fault ? <span className="text-12 text-late">{fault}</span> : null}
    </span>
  );
}

/** The middle of it, as a JPEG; what no browser can draw is sent as it is, and refused. */
async function small(file: File): Promise<File> {
  const picture = await createImageBitmap(file).catch(() => null);
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = SIDE;
  const paper = canvas.getContext("2d");
  if (!picture || !paper) return file;
  const side = Math.min(picture.width, picture.height);
  paper.fillStyle = "white";
  paper.fillRect(0, 0, SIDE, SIDE);
  paper.drawImage(
    picture,
    (picture.width - side) / 2,
    (picture.height - side) / 2,
    side,
    side,
    0,
    0,
    SIDE,
    SIDE,
  );
  const { promise, resolve } = Promise.withResolvers<Blob | null>();
  canvas.toBlob(resolve, "image/jpeg", 0.85);
  const drawn = await promise;
  return drawn ? new File([drawn], "picture.jpg", { type: "image/jpeg" }) : file;
}
