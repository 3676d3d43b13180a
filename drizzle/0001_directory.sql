-- What is read before the tenant is known: who signs in, which businesses there are, who belongs to which, and where a
-- statement link leads. No money and no customers: those live behind the wall (0002_books.sql, 0004_walls.sql).

CREATE TABLE directory.orgs (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  slug text NOT NULL,
  name text NOT NULL,
  currency text NOT NULL,
  zone text NOT NULL,
  locale text DEFAULT 'en-US' NOT NULL,
  country text DEFAULT 'US' NOT NULL,
  books_start_on date NOT NULL,
  created_at timestamp with time zone DEFAULT now() NOT NULL,
  CONSTRAINT orgs_slug_key UNIQUE (slug),
  CONSTRAINT orgs_slug_form CHECK (slug ~ '^[a-z0-9][a-z0-9-]{0,38}[a-z0-9]$'),
  CONSTRAINT orgs_name_said CHECK (length(trim(name)) between 1 and 120),
  CONSTRAINT orgs_currency_form CHECK (currency ~ '^[A-Z]{3}$'),
  CONSTRAINT orgs_country_form CHECK (country ~ '^[A-Z]{2}$')
);

CREATE TABLE directory.users (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  name text NOT NULL,
  email text NOT NULL,
  email_verified_at timestamp with time zone,
  password_hash text,
  image text,
  created_at timestamp with time zone DEFAULT now() NOT NULL,
  disabled_at timestamp with time zone,
  CONSTRAINT users_email_key UNIQUE (email),
  CONSTRAINT users_email_lower CHECK (email = lower(email))
);

CREATE TABLE directory.memberships (
  org_id uuid NOT NULL,
  user_id uuid NOT NULL,
  role text NOT NULL,
  created_at timestamp with time zone DEFAULT now() NOT NULL,
  CONSTRAINT memberships_pkey PRIMARY KEY (org_id, user_id),
  CONSTRAINT memberships_role_known CHECK (role in ('owner', 'admin', 'bookkeeper', 'clerk', 'project-manager',
    'viewer'))
);

CREATE TABLE directory.sessions (
  token_hash bytea PRIMARY KEY NOT NULL,
  user_id uuid NOT NULL,
  created_at timestamp with time zone DEFAULT now() NOT NULL,
  last_seen_at timestamp with time zone DEFAULT now() NOT NULL,
  expires_at timestamp with time zone NOT NULL,
  user_agent text
);

CREATE TABLE directory.mailed_links (
  token_hash bytea PRIMARY KEY NOT NULL,
  purpose text NOT NULL,
  email text NOT NULL,
  payload jsonb,
  expires_at timestamp with time zone NOT NULL,
  created_at timestamp with time zone DEFAULT now() NOT NULL,
  CONSTRAINT mailed_links_purpose_known CHECK (purpose in ('sign-in', 'sign-up'))
);

CREATE TABLE directory.statement_links (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  org_id uuid NOT NULL,
  statement_id uuid NOT NULL,
  token_hash bytea NOT NULL,
  expires_at timestamp with time zone NOT NULL,
  revoked_at timestamp with time zone,
  created_at timestamp with time zone DEFAULT now() NOT NULL,
  created_by uuid,
  CONSTRAINT statement_links_token_hash_key UNIQUE (token_hash)
);

CREATE TABLE directory.tries (
  key text PRIMARY KEY NOT NULL,
  count integer NOT NULL,
  resets_at timestamp with time zone NOT NULL
);

ALTER TABLE directory.memberships
  ADD CONSTRAINT memberships_org_id_orgs_id_fk FOREIGN KEY (org_id) REFERENCES directory.orgs (id) ON DELETE cascade,
  ADD CONSTRAINT memberships_user_id_users_id_fk FOREIGN KEY (user_id)
    REFERENCES directory.users (id) ON DELETE cascade;
CREATE INDEX memberships_by_user ON directory.memberships (user_id);

ALTER TABLE directory.sessions
  ADD CONSTRAINT sessions_user_id_users_id_fk FOREIGN KEY (user_id) REFERENCES directory.users (id) ON DELETE cascade;
CREATE INDEX sessions_by_user ON directory.sessions (user_id);

CREATE INDEX mailed_links_by_email ON directory.mailed_links (email);

ALTER TABLE directory.statement_links
  ADD CONSTRAINT statement_links_org_id_orgs_id_fk FOREIGN KEY (org_id)
    REFERENCES directory.orgs (id) ON DELETE cascade,
  ADD CONSTRAINT statement_links_created_by_users_id_fk FOREIGN KEY (created_by)
    REFERENCES directory.users (id) ON DELETE set null;
CREATE INDEX statement_links_by_statement ON directory.statement_links (org_id, statement_id);

CREATE INDEX tries_by_reset ON directory.tries (resets_at);
