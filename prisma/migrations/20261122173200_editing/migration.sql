-- AlterTable
ALTER TABLE "Article" ADD COLUMN "opensAt" DATETIME;
ALTER TABLE "Article" ADD COLUMN "heldBack" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "ArticleRevision" ADD COLUMN "hidden" BOOLEAN NOT NULL DEFAULT false;
ALTER TABLE "ArticleRevision" ADD COLUMN "madeHere" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "Mention" ADD COLUMN "orphaned" BOOLEAN NOT NULL DEFAULT false;

-- CreateIndex
CREATE INDEX "Article_opensAt_idx" ON "Article"("opensAt");

-- Articles that were waiting before there was the column.
UPDATE "Article" SET "opensAt" = max(coalesce("publishedAt", ''), coalesce("embargoedUntil", ''))
WHERE "status" IN ('PUBLISHED', 'SCHEDULED')
  AND max(coalesce("publishedAt", ''), coalesce("embargoedUntil", '')) > strftime('%Y-%m-%dT%H:%M:%f+00:00', 'now');
