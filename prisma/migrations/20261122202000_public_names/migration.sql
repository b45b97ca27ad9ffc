-- Names and slugs of entities that the public sees come from articles that it sees. What a slug is made of is known from now on.

-- AlterTable
ALTER TABLE "Entity" ADD COLUMN "slugKey" TEXT;
UPDATE "Entity" SET "slugKey" = "nameKey";

-- CreateTable
CREATE TABLE "FormerSlug" (
    "slug" TEXT NOT NULL PRIMARY KEY,
    "entityId" INTEGER NOT NULL,
    "nameKey" TEXT,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "FormerSlug_entityId_fkey" FOREIGN KEY ("entityId") REFERENCES "Entity" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateIndex
CREATE INDEX "FormerSlug_entityId_idx" ON "FormerSlug"("entityId");
