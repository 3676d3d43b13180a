// Said where a business would be set up, on a copy where whoever runs it does that.
import { ButtonLink } from "@/ui/button.tsx";
import { Title } from "./title.tsx";

export function Closed({ back }: { back: { href: "/" | "/sign-in"; words: string } }) {
  return (
    <>
      <Title about="New businesses are opened by whoever runs this copy of Onaccount. Ask them, or an owner of your business to add you.">
        Sign-up is closed here
      </Title>
      <ButtonLink href={back.href} variant="primary">
        {back.words}
      </ButtonLink>
    </>
  );
}
