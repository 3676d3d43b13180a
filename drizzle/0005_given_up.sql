-- What was given up is no money (I4): a write-off or a discount settles a debt or is reversed, and never lies open.

ALTER TABLE "books"."credits" ADD CONSTRAINT "credits_given_up" CHECK ("books"."credits"."kind" not in ('write-off', 'discount') or "books"."credits"."applied" + "books"."credits"."reversed" = "books"."credits"."amount");
