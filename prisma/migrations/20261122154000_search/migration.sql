-- Full-text search. Prisma does not know these tables: prisma.config.ts names them as external.
-- A later migration that makes the table "Article" or "Alias" anew loses its triggers: it must create them again.

-- One row for each article, its rowid the article's id. src/db/search-index.ts writes it, in the transaction that changes
-- the article, and fills it for articles that were there before.
CREATE VIRTUAL TABLE "article_fts" USING fts5(
    "headline", "dek", "body", "entities", "figures",
    tokenize = "unicode61 remove_diacritics 2 categories 'L* N* Co Mn Mc'",
    prefix = '2 3'
);

-- Whatever deletes an article, a cascade included, leaves nothing of its text.
CREATE TRIGGER "article_fts_delete" AFTER DELETE ON "Article" BEGIN
    DELETE FROM "article_fts" WHERE rowid = OLD."id";
END;

-- One row for each alias of an entity; the text itself stays in "Alias".
CREATE VIRTUAL TABLE "alias_fts" USING fts5(
    "name",
    content = 'Alias', content_rowid = 'id',
    tokenize = "unicode61 remove_diacritics 2 categories 'L* N* Co Mn Mc'",
    prefix = '2 3'
);

CREATE TRIGGER "alias_fts_insert" AFTER INSERT ON "Alias" BEGIN
    INSERT INTO "alias_fts" (rowid, "name") VALUES (NEW."id", NEW."name");
END;

CREATE TRIGGER "alias_fts_update" AFTER UPDATE OF "id", "name" ON "Alias" BEGIN
    INSERT INTO "alias_fts" ("alias_fts", rowid, "name") VALUES ('delete', OLD."id", OLD."name");
    INSERT INTO "alias_fts" (rowid, "name") VALUES (NEW."id", NEW."name");
END;

CREATE TRIGGER "alias_fts_delete" AFTER DELETE ON "Alias" BEGIN
    INSERT INTO "alias_fts" ("alias_fts", rowid, "name") VALUES ('delete', OLD."id", OLD."name");
END;

INSERT INTO "alias_fts" ("alias_fts") VALUES ('rebuild');
