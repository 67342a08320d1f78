import { plainChecks } from './plain-checks.ts'
import { COPIES, DYADS, EVIDENCE, storiesByHost, storiesWith } from './views.ts'

/** "Anna" in ASCII: what `file events.db` and openStore know our databases by. */
export const APPLICATION_ID = 0x416e6e61

const BASES = "'name', 'demonym', 'capital', 'person', 'role', 'coreference', 'discourse', 'unresolved'"
const PRECISIONS = "'time', 'day', 'week', 'month', 'quarter', 'season', 'year', 'decade', 'century', 'range'"

const DIALECT = { concat: 'group_concat', find: 'instr' } as const
const STORIES = storiesByHost(DIALECT)

const first = `
CREATE TABLE runs (
  id TEXT NOT NULL PRIMARY KEY,
  version TEXT NOT NULL,
  lexicon TEXT NOT NULL,
  model TEXT NOT NULL,
  options TEXT NOT NULL CHECK (json_valid(options))
) STRICT, WITHOUT ROWID;

CREATE TABLE articles (
  key INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE CHECK (id <> ''),
  hash TEXT NOT NULL CHECK (length(hash) = 32),
  run TEXT NOT NULL REFERENCES runs (id),
  title TEXT,
  published TEXT CHECK (published GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]*'),
  url TEXT,
  kind TEXT,
  telling TEXT NOT NULL CHECK (telling IN ('news', 'narrative')),
  text TEXT NOT NULL
) STRICT;

CREATE TABLE sentences (
  article INTEGER NOT NULL REFERENCES articles (key) ON DELETE CASCADE,
  ordinal INTEGER NOT NULL CHECK (ordinal >= 0),
  start INTEGER NOT NULL CHECK (start >= 0),
  end INTEGER NOT NULL CHECK (end >= start),
  section INTEGER NOT NULL CHECK (section >= 0),
  kind TEXT NOT NULL CHECK (kind IN ('prose', 'heading', 'caption', 'bullet', 'source')),
  text TEXT NOT NULL,
  PRIMARY KEY (article, ordinal)
) STRICT, WITHOUT ROWID;

CREATE TABLE events (
  key INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE CHECK (id <> ''),
  article INTEGER NOT NULL REFERENCES articles (key) ON DELETE CASCADE,
  ordinal INTEGER NOT NULL CHECK (ordinal >= 0),
  sentence INTEGER NOT NULL,
  trigger_start INTEGER NOT NULL CHECK (trigger_start >= 0),
  trigger_end INTEGER NOT NULL CHECK (trigger_end > trigger_start),
  trigger_text TEXT NOT NULL,
  trigger_lemma TEXT NOT NULL,
  cameo TEXT NOT NULL CHECK (cameo GLOB '[0-2][0-9]*' AND length(cameo) BETWEEN 2 AND 4),
  root TEXT NOT NULL CHECK (root = substr(cameo, 1, 2)),
  plover TEXT,
  quad INTEGER NOT NULL CHECK (quad BETWEEN 1 AND 4),
  goldstein REAL NOT NULL CHECK (goldstein BETWEEN -10 AND 10),
  status TEXT NOT NULL CHECK (status IN ('asserted', 'reported', 'future', 'hypothetical')),
  negated INTEGER NOT NULL CHECK (negated IN (0, 1)),
  date_value TEXT,
  date_start TEXT,
  date_end TEXT,
  date_precision TEXT CHECK (date_precision IN (${PRECISIONS})),
  date_basis TEXT CHECK (date_basis IN ('text', 'context', 'publication')),
  date_span_start INTEGER CHECK (date_span_start >= 0),
  date_span_end INTEGER CHECK (date_span_end >= date_span_start),
  date_text TEXT,
  place_name TEXT,
  place_country TEXT,
  place_start INTEGER CHECK (place_start >= 0),
  place_end INTEGER CHECK (place_end >= place_start),
  place_text TEXT,
  latitude REAL CHECK (latitude BETWEEN -90 AND 90),
  longitude REAL CHECK (longitude BETWEEN -180 AND 180),
  confidence REAL NOT NULL CHECK (confidence BETWEEN 0 AND 1),
  rule TEXT NOT NULL,
  UNIQUE (article, ordinal),
  FOREIGN KEY (article, sentence) REFERENCES sentences (article, ordinal),
  CHECK ((date_value IS NULL) = (date_start IS NULL) AND (date_value IS NULL) = (date_end IS NULL)),
  CHECK ((date_value IS NULL) = (date_precision IS NULL) AND (date_value IS NULL) = (date_basis IS NULL)),
  CHECK ((date_span_start IS NULL) = (date_span_end IS NULL) AND (date_value IS NOT NULL OR date_span_start IS NULL)),
  CHECK ((place_name IS NULL) = (place_start IS NULL) AND (place_name IS NULL) = (place_end IS NULL)),
  CHECK ((latitude IS NULL) = (longitude IS NULL) AND (place_name IS NOT NULL OR latitude IS NULL))
) STRICT;
CREATE INDEX events_by_date ON events (date_start);
CREATE INDEX events_by_code ON events (cameo);
CREATE INDEX events_by_rule ON events (rule);

CREATE TABLE parties (
  event INTEGER NOT NULL REFERENCES events (key) ON DELETE CASCADE,
  side TEXT NOT NULL CHECK (side IN ('source', 'target')),
  ordinal INTEGER NOT NULL CHECK (ordinal >= 0),
  entity TEXT,
  role TEXT,
  code TEXT,
  name TEXT,
  start INTEGER NOT NULL CHECK (start >= 0),
  end INTEGER NOT NULL CHECK (end >= start),
  text TEXT NOT NULL,
  basis TEXT NOT NULL CHECK (basis IN (${BASES})),
  PRIMARY KEY (event, side, ordinal)
) STRICT, WITHOUT ROWID;
CREATE INDEX parties_by_entity ON parties (entity);

CREATE TABLE modes (
  event INTEGER NOT NULL REFERENCES events (key) ON DELETE CASCADE,
  ordinal INTEGER NOT NULL CHECK (ordinal >= 0),
  mode TEXT NOT NULL,
  PRIMARY KEY (event, ordinal)
) STRICT, WITHOUT ROWID;

CREATE TABLE contexts (
  event INTEGER NOT NULL REFERENCES events (key) ON DELETE CASCADE,
  ordinal INTEGER NOT NULL CHECK (ordinal >= 0),
  context TEXT NOT NULL,
  PRIMARY KEY (event, ordinal)
) STRICT, WITHOUT ROWID;

CREATE TABLE magnitudes (
  event INTEGER NOT NULL REFERENCES events (key) ON DELETE CASCADE,
  kind TEXT NOT NULL CHECK (kind IN ('dead', 'injured', 'size')),
  min INTEGER NOT NULL CHECK (min >= 0),
  max INTEGER CHECK (max >= min),
  start INTEGER NOT NULL CHECK (start >= 0),
  end INTEGER NOT NULL CHECK (end >= start),
  text TEXT NOT NULL,
  PRIMARY KEY (event, kind)
) STRICT, WITHOUT ROWID;

CREATE TABLE rejections (
  key INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE CHECK (id <> ''),
  article INTEGER NOT NULL REFERENCES articles (key) ON DELETE CASCADE,
  ordinal INTEGER NOT NULL CHECK (ordinal >= 0),
  sentence INTEGER NOT NULL,
  trigger_start INTEGER NOT NULL CHECK (trigger_start >= 0),
  trigger_end INTEGER NOT NULL CHECK (trigger_end > trigger_start),
  trigger_text TEXT NOT NULL,
  trigger_lemma TEXT NOT NULL,
  reason TEXT NOT NULL CHECK (reason <> ''),
  detail TEXT NOT NULL,
  rule TEXT,
  UNIQUE (article, ordinal),
  FOREIGN KEY (article, sentence) REFERENCES sentences (article, ordinal)
) STRICT;
CREATE INDEX rejections_by_reason ON rejections (reason, trigger_lemma);

CREATE TABLE quarantine (
  key INTEGER PRIMARY KEY,
  file TEXT NOT NULL,
  line INTEGER CHECK (line > 0),
  field TEXT,
  message TEXT NOT NULL,
  hint TEXT NOT NULL,
  source_id TEXT,
  source_facts TEXT,
  bytes BLOB
) STRICT;
CREATE UNIQUE INDEX quarantine_by_place ON quarantine (file, coalesce(line, 0), coalesce(field, ''));

${DYADS}

${EVIDENCE}
`

/** What an article's extraction gave, as one hash, and the entries of the lexicons that runs used: what `check` and `diff` rest on. */
const second = `
ALTER TABLE articles ADD COLUMN digest TEXT CHECK (length(digest) = 32);

CREATE TABLE entries (
  lexicon TEXT NOT NULL,
  id TEXT NOT NULL CHECK (id <> ''),
  hash TEXT NOT NULL CHECK (hash <> ''),
  PRIMARY KEY (lexicon, id)
) STRICT, WITHOUT ROWID;
`

/**
 * Copies: articles that share a band of their text's MinHash are of one cluster. Stories: what several articles tell of one day. Sessions: each call of `run`.
 * Fetched: what pages were asked for, to ask only for what is new.
 */
const third = `
CREATE TABLE bands (
  article INTEGER NOT NULL REFERENCES articles (key) ON DELETE CASCADE,
  ordinal INTEGER NOT NULL CHECK (ordinal >= 0),
  hash INTEGER NOT NULL,
  PRIMARY KEY (article, ordinal)
) STRICT, WITHOUT ROWID;
CREATE INDEX bands_by_hash ON bands (hash);

CREATE TABLE clusters (
  article INTEGER PRIMARY KEY REFERENCES articles (key) ON DELETE CASCADE,
  cluster INTEGER NOT NULL
) STRICT;
CREATE INDEX clusters_by_cluster ON clusters (cluster);

CREATE TABLE sessions (
  key INTEGER PRIMARY KEY,
  run TEXT NOT NULL REFERENCES runs (id),
  started TEXT NOT NULL,
  seconds REAL NOT NULL DEFAULT 0 CHECK (seconds >= 0),
  state TEXT NOT NULL DEFAULT 'running' CHECK (state IN ('running', 'done', 'interrupted', 'failed')),
  read INTEGER NOT NULL DEFAULT 0 CHECK (read >= 0),
  added INTEGER NOT NULL DEFAULT 0 CHECK (added >= 0),
  replaced INTEGER NOT NULL DEFAULT 0 CHECK (replaced >= 0),
  unchanged INTEGER NOT NULL DEFAULT 0 CHECK (unchanged >= 0),
  quarantined INTEGER NOT NULL DEFAULT 0 CHECK (quarantined >= 0),
  pruned INTEGER NOT NULL DEFAULT 0 CHECK (pruned >= 0),
  events INTEGER NOT NULL DEFAULT 0 CHECK (events >= 0),
  characters INTEGER NOT NULL DEFAULT 0 CHECK (characters >= 0)
) STRICT;

CREATE TABLE fetched (
  url TEXT NOT NULL PRIMARY KEY CHECK (url <> ''),
  etag TEXT,
  modified TEXT
) STRICT, WITHOUT ROWID;

${COPIES}

${STORIES}
`

/** The tables of what is found, cheaper to fill. */
const fourth = plainChecks(first, { dyads: DYADS, evidence: EVIDENCE, stories: STORIES })

/** Stories count an outlet once, however its addresses are written. */
const fifth = `DROP VIEW stories;\n${storiesWith(DIALECT)}`

/** The steps that bring a database to the newest schema: the n-th leads from `user_version` n to n + 1. A step that was published is never changed. */
export const migrations: readonly string[] = [first, second, third, fourth, fifth]
