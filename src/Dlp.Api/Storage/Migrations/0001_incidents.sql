-- Decisions that were not `allow`, and what shadow rules would have found. No text, no value, no file name: only kinds, masked previews and keyed fingerprints.

create table incident (
  check_id   text not null primary key,
  decided_at text not null,              -- UTC, ISO 8601
  verdict    text not null,
  complete   integer not null,           -- 0: some part was not wholly scanned
  site       text,
  audience   text not null,
  language   text not null,
  rule_set   text not null
) strict, without rowid;

create index incident_by_time on incident (decided_at);

create table incident_finding (
  check_id     text not null references incident (check_id) on delete cascade,
  finding_id   text not null,            -- f1, f2, … ; shadow findings number apart
  shadow       integer not null,
  rule_id      text not null,
  rule_version integer not null,
  info_type    text not null,
  confidence   text not null,
  verdict      text not null,
  part_kind    text not null,
  preview      text not null,
  fingerprint  text not null,            -- HMAC-SHA256 of info type, line feed, normalised value
  key_id       text not null,            -- which fingerprint.key
  primary key (check_id, shadow, finding_id)
) strict, without rowid;

create index incident_finding_by_fingerprint on incident_finding (fingerprint);

create table incident_part (             -- parts that were not wholly scanned
  check_id text not null references incident (check_id) on delete cascade,
  position integer not null,
  kind     text not null,
  status   text not null,
  primary key (check_id, position)
) strict, without rowid;

create table outcome (                   -- of incidents and of allowed checks alike
  check_id           text not null primary key,
  recorded_at        text not null,
  outcome            text not null,
  justification_code text,
  justification_text text                -- redacted
) strict, without rowid;

create table false_alarm (
  check_id   text not null references outcome (check_id) on delete cascade,
  finding_id text not null,
  primary key (check_id, finding_id)
) strict, without rowid;

create table allowed_checks (            -- how many checks ended in `allow`
  hour     text not null,                -- UTC
  site     text not null,                -- '' when unknown
  audience text not null,
  rule_set text not null,
  checks   integer not null,
  primary key (hour, site, audience, rule_set)
) strict, without rowid;

create table adapter_health (
  recorded_at     text not null,
  site            text not null,
  adapter_version text not null,
  drafts_seen     integer not null,
  drafts_missed   integer not null,
  errors          integer not null
) strict;
