// A page that this person's role doesn't open: said in words, with who can, instead of an error.
import { Notice } from "@/ui/notice.tsx";
import { Screen } from "@/ui/page.tsx";

type Props = { title: string; to: string; who: string };

export function NotAllowed({ title, to, who }: Props) {
  return (
    <Screen title={title}>
      <Notice tone="soon" title={`Your role doesn’t allow ${to}`}>
        {who} can do it.
      </Notice>
    </Screen>
  );
}
