-- Which article uses which name and id of an entity, so that nobody learns them from one that is not public; names that
-- are transliterations of each other; suggestions of merges.

-- AlterTable
ALTER TABLE "Alias" ADD COLUMN "fromAuthority" BOOLEAN NOT NULL DEFAULT false;
ALTER TABLE "Alias" ADD COLUMN "initials" TEXT;
ALTER TABLE "Alias" ADD COLUMN "transliterationKey" TEXT;

-- AlterTable
ALTER TABLE "ArticleEntity" ADD COLUMN "jobTitle" TEXT;

-- AlterTable
ALTER TABLE "Mention" ADD COLUMN "jobTitle" TEXT;

-- CreateTable
CREATE TABLE "AliasUse" (
    "aliasId" INTEGER NOT NULL,
    "articleId" INTEGER NOT NULL,

    PRIMARY KEY ("aliasId", "articleId"),
    CONSTRAINT "AliasUse_aliasId_fkey" FOREIGN KEY ("aliasId") REFERENCES "Alias" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "AliasUse_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "ExternalIdUse" (
    "externalIdId" INTEGER NOT NULL,
    "articleId" INTEGER NOT NULL,

    PRIMARY KEY ("externalIdId", "articleId"),
    CONSTRAINT "ExternalIdUse_externalIdId_fkey" FOREIGN KEY ("externalIdId") REFERENCES "ExternalId" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "ExternalIdUse_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "MergeSuggestion" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "aId" INTEGER NOT NULL,
    "bId" INTEGER NOT NULL,
    "score" REAL NOT NULL,
    "reasons" JSONB NOT NULL,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "MergeSuggestion_aId_fkey" FOREIGN KEY ("aId") REFERENCES "Entity" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "MergeSuggestion_bId_fkey" FOREIGN KEY ("bId") REFERENCES "Entity" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- RedefineTables
PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
CREATE TABLE "new_ExternalId" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "entityId" INTEGER NOT NULL,
    "scheme" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "provenance" TEXT NOT NULL DEFAULT 'HUMAN',
    CONSTRAINT "ExternalId_entityId_fkey" FOREIGN KEY ("entityId") REFERENCES "Entity" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
INSERT INTO "new_ExternalId" ("entityId", "id", "scheme", "value") SELECT "entityId", "id", "scheme", "value" FROM "ExternalId";
DROP TABLE "ExternalId";
ALTER TABLE "new_ExternalId" RENAME TO "ExternalId";
CREATE INDEX "ExternalId_entityId_id_idx" ON "ExternalId"("entityId", "id");
CREATE UNIQUE INDEX "ExternalId_scheme_value_key" ON "ExternalId"("scheme", "value");
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;

-- CreateIndex
CREATE INDEX "AliasUse_articleId_idx" ON "AliasUse"("articleId");

-- CreateIndex
CREATE INDEX "ExternalIdUse_articleId_idx" ON "ExternalIdUse"("articleId");

-- CreateIndex
CREATE INDEX "MergeSuggestion_score_id_idx" ON "MergeSuggestion"("score", "id");

-- CreateIndex
CREATE INDEX "MergeSuggestion_bId_idx" ON "MergeSuggestion"("bId");

-- CreateIndex
CREATE UNIQUE INDEX "MergeSuggestion_aId_bId_key" ON "MergeSuggestion"("aId", "bId");

-- CreateIndex
CREATE INDEX "Alias_transliterationKey_entityId_idx" ON "Alias"("transliterationKey", "entityId");

-- CreateIndex
CREATE INDEX "Alias_initials_entityId_idx" ON "Alias"("initials", "entityId");


-- What is stored already: a name was used where it stands as written; other forms return with the next reprocessing.
UPDATE "ExternalId" SET "provenance" = 'EXTRACTOR';
INSERT INTO "AliasUse" ("aliasId", "articleId")
    SELECT DISTINCT n."id", m."articleId" FROM "Mention" m
    JOIN "Alias" n ON n."entityId" = m."entityId" AND lower(n."name") = lower(m."exact")
    WHERE m."current" = true;
INSERT INTO "ExternalIdUse" ("externalIdId", "articleId")
    SELECT x."id", y."articleId" FROM "ExternalId" x
    JOIN "ArticleEntity" y ON y."entityId" = x."entityId"
    JOIN "Article" a ON a."id" = y."articleId" JOIN "Source" s ON s."id" = a."sourceId"
    WHERE x."scheme" IN ('geonames', s."slug");
-- An entity has no office or job of its own any more, unless a person gives it one.
UPDATE "ArticleEntity" SET "jobTitle" = (SELECT e."jobTitle" FROM "Entity" e WHERE e."id" = "ArticleEntity"."entityId")
    WHERE "articleId" = (SELECT MIN(y."articleId") FROM "ArticleEntity" y WHERE y."entityId" = "ArticleEntity"."entityId");
UPDATE "Entity" SET "jobTitle" = NULL;
-- Regions around places were named by the gazetteer.
UPDATE "Alias" SET "fromAuthority" = true
    WHERE NOT EXISTS (SELECT 1 FROM "Mention" m WHERE m."entityId" = "Alias"."entityId");
