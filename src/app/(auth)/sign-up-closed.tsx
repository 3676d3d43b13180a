// Said where a business would be set up, on a copy where whoever runs it does that, or that can't mail anybody a link.
import { ButtonLink } from "@/ui/button-link.tsx";
import { Title } from "./title.tsx";

const ASK =
  "New businesses are opened by whoever runs this copy of Onaccount. Ask them, or an owner of your business to add you.";
const NO_MAIL =
  "Signing up takes a link in your mail, and this copy of Onaccount can’t send one yet. Ask whoever runs it to open your books.";

type Props = { noMail?: boolean; back: { href: "/" | "/sign-in"; words: string } };

export function SignUpClosed({ noMail = false, back }: Props) {
  return (
    <>
      <Title about={noMail ? NO_MAIL : ASK}>
        {noMail ? "No mail goes out yet" : "Sign-up is closed here"}
      </Title>
      <ButtonLink href={back.href} variant="primary">
        {back.words}
      </ButtonLink>
    </>
  );
}
