import { Migration } from "@mikro-orm/migrations";

export class Migration20261123_02_identity extends Migration {
  override up(): void {
    this.addSql(/* sql */ `
create table account (
  id uuid primary key,
  login text not null check (login = lower(login) and length(login) between 3 and 100),
  name text not null,
  password_hash text,
  must_change_password boolean not null default false,
  failed_sign_ins int not null default 0,
  locked_until timestamptz,
  last_sign_in_at timestamptz,
  disabled_at timestamptz,
  created_at timestamptz not null default now()
);
create unique index account_login on account (login);
grant select, insert, update on account to kompeten_app;

create table membership (
  id uuid primary key,
  agency_id uuid not null references agency,
  account_id uuid not null references account,
  role text not null check (role in ('candidate','assessor','lead-assessor','organiser','proctor','author','official','auditor','administrator')),
  basis text not null,
  valid_from date not null default current_date,
  valid_until date,
  ended_at timestamptz,
  created_at timestamptz not null default now(),
  check (valid_until is null or valid_until >= valid_from)
);
create unique index membership_live on membership (agency_id, account_id, role) where ended_at is null;
create index membership_account on membership (account_id);
alter table membership enable row level security;
alter table membership force row level security;
-- A person sees their own memberships in every agency: that is how signing in finds the agencies to choose from.
create policy tenant_isolation on membership
  using (agency_id = current_agency() or account_id = current_account())
  with check (agency_id = current_agency());
grant select, insert, update on membership to kompeten_app;

-- Opaque session tokens, stored hashed. Not tenant-owned: the lookup by hash is what establishes the agency.
create table session (
  id uuid primary key,
  token_hash bytea not null unique,
  account_id uuid not null references account,
  agency_id uuid not null references agency,
  user_agent text,
  created_at timestamptz not null default now(),
  last_seen_at timestamptz not null default now(),
  expires_at timestamptz not null,
  revoked_at timestamptz
);
create index session_account on session (account_id) where revoked_at is null;
grant select, insert, update, delete on session to kompeten_app;

-- Attempts to sign in per key (address, login) and window, shared by all web processes.
create table sign_in_throttle (
  key text primary key,
  window_start timestamptz not null,
  attempts int not null
);
grant select, insert, update, delete on sign_in_throttle to kompeten_app;
    `);
  }
}
