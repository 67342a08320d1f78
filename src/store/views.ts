/** Views in words that SQLite and PostgreSQL share: one source for both, so that they give the same rows. They are parts of the published migrations: another form of one is a new step. */
export const DYADS = `CREATE VIEW dyads AS
SELECT
  events.id AS event,
  events.date_value AS date,
  events.date_start,
  events.date_end,
  source.code AS source,
  source.entity AS source_entity,
  source.role AS source_role,
  coalesce(source.name, source.text) AS source_name,
  target.code AS target,
  target.entity AS target_entity,
  target.role AS target_role,
  coalesce(target.name, target.text) AS target_name,
  events.cameo AS code,
  events.root,
  events.plover,
  events.quad,
  events.goldstein,
  events.status,
  events.negated,
  events.place_name AS place,
  events.place_country AS country,
  events.latitude,
  events.longitude,
  events.confidence,
  articles.id AS article,
  articles.published,
  articles.url,
  events.sentence,
  sentences.text
FROM events
JOIN articles ON articles.key = events.article
JOIN sentences ON sentences.article = events.article AND sentences.ordinal = events.sentence
JOIN parties AS source ON source.event = events.key AND source.side = 'source'
JOIN parties AS target ON target.event = events.key AND target.side = 'target'
WHERE events.status <> 'hypothetical'
  AND NOT (source.start = target.start AND source."end" = target."end" AND coalesce(source.entity, '') = coalesce(target.entity, ''));`

export const EVIDENCE = `CREATE VIEW evidence AS
WITH spans (event, field, ordinal, start, "end", text) AS (
  SELECT key, 'trigger', 0, trigger_start, trigger_end, trigger_text FROM events
  UNION ALL SELECT event, side, ordinal, start, "end", text FROM parties
  UNION ALL SELECT key, 'date', 0, date_span_start, date_span_end, date_text FROM events WHERE date_span_start IS NOT NULL
  UNION ALL SELECT key, 'place', 0, place_start, place_end, place_text FROM events WHERE place_start IS NOT NULL
  UNION ALL SELECT event, kind, 0, start, "end", text FROM magnitudes
)
SELECT events.id AS event, articles.id AS article, spans.field, spans.ordinal, spans.start, spans."end", spans.text
FROM spans JOIN events ON events.key = spans.event JOIN articles ON articles.key = events.article;`

export const COPIES = `CREATE VIEW copies AS
WITH ranked AS (
  SELECT
    articles.id AS article,
    first_value(articles.id) OVER (PARTITION BY cluster ORDER BY published IS NULL, published, articles.id) AS original,
    title, published, url
  FROM clusters JOIN articles ON articles.key = clusters.article
)
SELECT article, original, title, published, url FROM ranked WHERE article <> original;`

/** What the two call differently: the aggregate that joins texts, and where one text is in another. */
export type Dialect = { readonly concat: 'group_concat' | 'string_agg'; readonly find: 'instr' | 'strpos' }

/** Articles with their addresses in one form of several that an outlet gives: without the port that goes without saying, and `www.`. */
const oneForm = (find: Dialect['find']): string => {
  const whole = `CASE ${find}(url, '//') WHEN 0 THEN '//' || url ELSE url END`
  const steps = [
    ["'?'", "'/'"],
    ["'#'", "'/'"],
    ["':443/'", "'/'"],
    ["':80/'", "'/'"],
    ["'//www.'", "'//'"],
  ] as const
  const url = steps.reduce((sql, [from, to]) => `replace(${sql}, ${from}, ${to})`, `lower(${whole}) || '/'`)
  return `(SELECT key, id, published, ${url} AS url FROM articles) AS articles`
}

export const storiesWith = (dialect: Dialect): string => storiesOf(dialect, oneForm(dialect.find))

/** The stories of schemas 3 and 4, to which hosts were outlets as they stood. */
export const storiesByHost = (dialect: Dialect): string => storiesOf(dialect, 'articles')

const storiesOf = ({ concat, find }: Dialect, articles: string): string => `CREATE VIEW stories AS
WITH
told AS (
  SELECT
    events.id, date_value, date_start, date_end, root, events.article, CASE WHEN status = 'future' THEN 1 ELSE 0 END AS future,
    (SELECT ${concat}(who, '+') FROM (
      SELECT DISTINCT coalesce(code, entity, name, text) AS who FROM parties WHERE event = events.key AND side = 'source' ORDER BY who
    ) AS named) AS source,
    (SELECT ${concat}(who, '+') FROM (
      SELECT DISTINCT coalesce(code, entity, name, text) AS who FROM parties WHERE event = events.key AND side = 'target' ORDER BY who
    ) AS named) AS target,
    place_name AS place, goldstein, published,
    coalesce(cluster, -events.article) AS text,
    coalesce(nullif(substr(url, ${find}(url, '//') + 2, ${find}(substr(url, ${find}(url, '//') + 2) || '/', '/') - 1), ''), articles.id) AS outlet
  FROM events
  JOIN ${articles} ON articles.key = events.article
  LEFT JOIN clusters ON clusters.article = events.article
  WHERE status <> 'hypothetical' AND negated = 0 AND date_start IS NOT NULL
),
placed AS (
  SELECT
    *,
    min(place) OVER alike AS least,
    max(place) OVER alike AS most
  FROM told WINDOW alike AS (PARTITION BY date_start, date_end, root, source, target, future)
)
SELECT
  min(date_value) AS date, date_start, date_end, root, source, target,
  CASE WHEN place IS NULL AND least = most THEN least ELSE place END AS place,
  future,
  count(*) AS mentions,
  count(DISTINCT article) AS articles,
  count(DISTINCT text) AS texts,
  count(DISTINCT outlet) AS sources,
  avg(goldstein) AS goldstein,
  min(published) AS first_published,
  min(id) AS event
FROM placed
GROUP BY date_start, date_end, root, source, target, future, CASE WHEN place IS NULL AND least = most THEN least ELSE place END;`
