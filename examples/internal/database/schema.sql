-- The tables that gisa writes. Times are what a clock in Korea shows, 2022-02-23 17:41, or a day alone; character positions
-- count from 1, as substr does; everything is in Unicode's composed form (NFC).

CREATE TABLE gisa (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;

CREATE TABLE articles (
  id            INTEGER PRIMARY KEY,
  file          TEXT NOT NULL UNIQUE, -- as it was named: what replaces an article when it is read again
  url           TEXT,
  site          TEXT,                 -- the rule that read the page
  language      TEXT,
  title         TEXT,
  subtitle      TEXT,
  section       TEXT,
  authors       TEXT,                 -- as one reads them; one a row in the table authors
  publisher     TEXT,                 -- who put the page up
  publisher_url TEXT,
  source        TEXT,                 -- whom the article is credited to, where that is another one
  source_url    TEXT,
  outlet        TEXT,                 -- the source, else the publisher
  published     TEXT,
  modified      TEXT,
  views         INTEGER,
  comments      INTEGER,
  characters    INTEGER,
  text          TEXT NOT NULL,
  captions      TEXT,                 -- of its pictures, a line each
  tags          TEXT
);
CREATE INDEX articles_published ON articles (published);
CREATE INDEX articles_outlet ON articles (outlet);

CREATE TABLE authors (
  article_id INTEGER NOT NULL REFERENCES articles (id),
  position   INTEGER NOT NULL,
  name       TEXT,
  email      TEXT,
  role       TEXT
);
CREATE INDEX authors_article ON authors (article_id);
CREATE INDEX authors_name ON authors (name);

CREATE TABLE amounts (
  article_id  INTEGER NOT NULL REFERENCES articles (id),
  start       INTEGER NOT NULL, -- substr(text, start, length) is raw
  length      INTEGER NOT NULL,
  raw         TEXT NOT NULL,
  about       TEXT,             -- what is measured, in the text's words: 총사업비
  kind        TEXT NOT NULL,    -- money, percent, percent-point, ratio, count, measure, age, ordinal
  value       NUMERIC,
  max         NUMERIC,          -- of a range
  unit        TEXT,             -- KRW, %, 명, m2 …
  per         TEXT,             -- 1인, 3.3㎡, 년: then the value is a rate
  bound       TEXT,             -- atLeast, moreThan, atMost, lessThan
  approximate INTEGER NOT NULL, -- 1: 약, 여, 가량
  change      TEXT,             -- increase or decrease: then the value is a change and no level
  part_of     TEXT,             -- the amount that this one is a part of, as written
  part_start  INTEGER,          -- and where that stands
  parts_off   INTEGER NOT NULL, -- 1: the parts that the text gives of this total do not add up to it
  converted   INTEGER NOT NULL, -- 1: said again in another currency
  rule        TEXT,
  sentence    TEXT
);
CREATE INDEX amounts_article ON amounts (article_id);
CREATE INDEX amounts_value ON amounts (unit, value);

CREATE TABLE dates (
  article_id  INTEGER NOT NULL REFERENCES articles (id),
  start       INTEGER NOT NULL,
  length      INTEGER NOT NULL,
  raw         TEXT NOT NULL,
  from_time   TEXT,             -- included
  to_time     TEXT,             -- not included
  event       TEXT,             -- what happens then: 착공
  grain       TEXT,             -- minute hour day week month quarter half season year decade century
  bound       TEXT,             -- from, until, after, before
  relative    INTEGER NOT NULL, -- 1: 지난달, 내년
  approximate INTEGER NOT NULL,
  rule        TEXT,
  sentence    TEXT
);
CREATE INDEX dates_article ON dates (article_id);
CREATE INDEX dates_from ON dates (from_time);

CREATE TABLE durations (
  article_id  INTEGER NOT NULL REFERENCES articles (id),
  start       INTEGER NOT NULL,
  length      INTEGER NOT NULL,
  raw         TEXT NOT NULL,
  value       NUMERIC,
  max         NUMERIC,
  unit        TEXT,
  iso         TEXT,             -- ISO 8601: P3Y
  bound       TEXT,
  approximate INTEGER NOT NULL,
  rule        TEXT,
  sentence    TEXT
);
CREATE INDEX durations_article ON durations (article_id);

CREATE TABLE organizations (
  article_id INTEGER NOT NULL REFERENCES articles (id),
  start      INTEGER NOT NULL,
  length     INTEGER NOT NULL,
  raw        TEXT NOT NULL,
  name       TEXT NOT NULL,     -- the canonical one where it is known
  type       TEXT,
  confidence REAL,
  rule       TEXT,
  sentence   TEXT
);
CREATE INDEX organizations_article ON organizations (article_id);
CREATE INDEX organizations_name ON organizations (name);

-- Articles that repeat an earlier or more complete one, of all in the file.
CREATE TABLE copies (
  original_id INTEGER NOT NULL REFERENCES articles (id),
  copy_id     INTEGER NOT NULL PRIMARY KEY REFERENCES articles (id),
  kind        TEXT NOT NULL,    -- exact, near, updated, contains, contained
  similarity  REAL NOT NULL,
  containment REAL NOT NULL
);
CREATE INDEX copies_original ON copies (original_id);

-- Inputs that gave no article.
CREATE TABLE failures (file TEXT PRIMARY KEY, reason TEXT NOT NULL) WITHOUT ROWID;

-- Each story once: what is no copy of another one.
CREATE VIEW stories AS SELECT * FROM articles WHERE id NOT IN (SELECT copy_id FROM copies);

CREATE VIEW facts AS
  SELECT article_id, 'amount' AS fact, start, length, raw, kind, value, max, unit, NULL AS from_time, NULL AS to_time, NULL AS name,
         NULL AS confidence, sentence FROM amounts
  UNION ALL
  SELECT article_id, 'date', start, length, raw, grain, NULL, NULL, NULL, from_time, to_time, NULL, NULL, sentence FROM dates
  UNION ALL
  SELECT article_id, 'duration', start, length, raw, NULL, value, max, unit, NULL, NULL, NULL, NULL, sentence FROM durations
  UNION ALL
  SELECT article_id, 'organization', start, length, raw, type, NULL, NULL, NULL, NULL, NULL, name, confidence, sentence FROM organizations;

-- The words of articles as overlapping pairs of syllables: 창원시 is 창원 원시 시. Its rowid is the article's id. names holds authors,
-- outlets, captions, tags and section.
CREATE VIRTUAL TABLE search USING fts5 (title, text, names, content='', tokenize="unicode61 remove_diacritics 0 tokenchars '_'");
