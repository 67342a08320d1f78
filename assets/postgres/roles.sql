-- The least that each kind of user needs. Run by the owner of the database, after `annalist queue init`:
--   psql -d news -f roles.sql
-- then, for each of them: CREATE ROLE ada LOGIN PASSWORD '…' IN ROLE annalist_worker;

DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'annalist_enqueuer') THEN CREATE ROLE annalist_enqueuer NOLOGIN; END IF;
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'annalist_worker') THEN CREATE ROLE annalist_worker NOLOGIN; END IF;
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'annalist_reader') THEN CREATE ROLE annalist_reader NOLOGIN; END IF;
END $$;

-- Nobody makes tables but the owner.
REVOKE CREATE ON SCHEMA public FROM PUBLIC;

-- Puts articles into the queue; sees which are done, and nothing of what was found.
GRANT USAGE ON SCHEMA annalist, annalist_queue TO annalist_enqueuer;
GRANT SELECT ON annalist.schema_version, annalist.runs, annalist.bands TO annalist_enqueuer;
GRANT SELECT (key, id, hash, run) ON annalist.articles TO annalist_enqueuer;
GRANT SELECT, INSERT, UPDATE, DELETE ON annalist.quarantine TO annalist_enqueuer;
GRANT USAGE ON SEQUENCE annalist.quarantine_key_seq TO annalist_enqueuer;
GRANT SELECT ON annalist_queue.version, annalist_queue.queue TO annalist_enqueuer;
GRANT SELECT, INSERT ON annalist_queue.job TO annalist_enqueuer;
GRANT SELECT, INSERT, UPDATE, DELETE ON annalist_queue.wanted TO annalist_enqueuer;

-- Takes jobs and writes what is found in them; can't touch runs and lexicons, make queues, or drop anything.
GRANT USAGE ON SCHEMA annalist, annalist_queue TO annalist_worker;
GRANT SELECT ON annalist.schema_version, annalist.runs TO annalist_worker;
GRANT SELECT, INSERT, UPDATE, DELETE ON annalist.articles, annalist.sentences, annalist.events, annalist.parties, annalist.modes, annalist.contexts,
  annalist.magnitudes, annalist.rejections, annalist.bands, annalist.clusters, annalist.quarantine TO annalist_worker;
GRANT USAGE ON ALL SEQUENCES IN SCHEMA annalist TO annalist_worker;
GRANT SELECT ON annalist_queue.version, annalist_queue.queue TO annalist_worker;
GRANT SELECT, INSERT, UPDATE, DELETE ON annalist_queue.job TO annalist_worker;
GRANT SELECT, DELETE ON annalist_queue.wanted TO annalist_worker;

-- Exports, checks, audits.
GRANT USAGE ON SCHEMA annalist TO annalist_reader;
GRANT SELECT ON ALL TABLES IN SCHEMA annalist TO annalist_reader;
