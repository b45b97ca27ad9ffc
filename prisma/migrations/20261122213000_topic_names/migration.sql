-- What a topic is called, each of its articles says: the one that said so first may be hidden.

-- AlterTable
ALTER TABLE "ArticleTopic" ADD COLUMN "name" TEXT NOT NULL DEFAULT '';
UPDATE "ArticleTopic" SET "name" = (SELECT t."name" FROM "Topic" t WHERE t."id" = "ArticleTopic"."topicId");
UPDATE "Topic" SET "name" = "slug";
