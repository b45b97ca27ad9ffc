-- CreateTable
CREATE TABLE "PlaceAncestor" (
    "placeId" INTEGER NOT NULL,
    "ancestorId" INTEGER NOT NULL,
    "depth" INTEGER NOT NULL,

    PRIMARY KEY ("placeId", "ancestorId"),
    CONSTRAINT "PlaceAncestor_placeId_fkey" FOREIGN KEY ("placeId") REFERENCES "Entity" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "PlaceAncestor_ancestorId_fkey" FOREIGN KEY ("ancestorId") REFERENCES "Entity" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "ArticlePlace" (
    "articleId" INTEGER NOT NULL,
    "placeId" INTEGER NOT NULL,
    "orderedAt" DATETIME NOT NULL,

    PRIMARY KEY ("articleId", "placeId"),
    CONSTRAINT "ArticlePlace_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "ArticlePlace_placeId_fkey" FOREIGN KEY ("placeId") REFERENCES "Entity" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateIndex
CREATE INDEX "PlaceAncestor_ancestorId_depth_placeId_idx" ON "PlaceAncestor"("ancestorId", "depth", "placeId");

-- CreateIndex
CREATE INDEX "ArticlePlace_placeId_orderedAt_articleId_idx" ON "ArticlePlace"("placeId", "orderedAt", "articleId");

-- CreateIndex
CREATE INDEX "Entity_latitude_longitude_idx" ON "Entity"("latitude", "longitude");

-- Both tables follow from others, and triggers keep them, so that no writer can forget them. A later migration that makes the
-- table "Entity" or "ArticleEntity" anew loses its triggers: it must create them again.

-- A place lies in its parent, a merged one in what it became, which takes no level.
CREATE TRIGGER "place_ancestor_insert" AFTER INSERT ON "Entity" WHEN NEW."type" = 'PLACE' BEGIN
    INSERT INTO "PlaceAncestor" ("placeId", "ancestorId", "depth") VALUES (NEW."id", NEW."id", 0);
    INSERT INTO "PlaceAncestor" ("placeId", "ancestorId", "depth")
        SELECT NEW."id", "ancestorId", "depth" + (NEW."mergedIntoId" IS NULL) FROM "PlaceAncestor"
        WHERE "placeId" = COALESCE(NEW."mergedIntoId", NEW."parentId");
END;

-- What lies in the place moves with it. A place cannot lie in what lies in it: such a parent is passed over.
CREATE TRIGGER "place_ancestor_update" AFTER UPDATE OF "parentId", "mergedIntoId" ON "Entity"
WHEN OLD."parentId" IS NOT NEW."parentId" OR OLD."mergedIntoId" IS NOT NEW."mergedIntoId" BEGIN
    DELETE FROM "PlaceAncestor"
        WHERE "placeId" IN (SELECT "placeId" FROM "PlaceAncestor" WHERE "ancestorId" = NEW."id")
        AND "ancestorId" IN (SELECT "ancestorId" FROM "PlaceAncestor" WHERE "placeId" = NEW."id" AND "ancestorId" <> NEW."id");
    INSERT INTO "PlaceAncestor" ("placeId", "ancestorId", "depth")
        SELECT i."placeId", o."ancestorId", i."depth" + o."depth" + (NEW."mergedIntoId" IS NULL)
        FROM "PlaceAncestor" i CROSS JOIN "PlaceAncestor" o
        WHERE i."ancestorId" = NEW."id" AND o."placeId" = COALESCE(NEW."mergedIntoId", NEW."parentId")
        AND NOT EXISTS (SELECT 1 FROM "PlaceAncestor" c
            WHERE c."placeId" = COALESCE(NEW."mergedIntoId", NEW."parentId") AND c."ancestorId" = NEW."id");
END;

CREATE TRIGGER "article_place_ancestor_insert" AFTER INSERT ON "PlaceAncestor" BEGIN
    INSERT INTO "ArticlePlace" ("articleId", "placeId", "orderedAt")
        SELECT "articleId", NEW."ancestorId", "orderedAt" FROM "ArticleEntity" WHERE "entityId" = NEW."placeId"
        ON CONFLICT DO NOTHING;
END;

CREATE TRIGGER "article_place_ancestor_delete" AFTER DELETE ON "PlaceAncestor" BEGIN
    DELETE FROM "ArticlePlace" WHERE "placeId" = OLD."ancestorId"
        AND "articleId" IN (SELECT "articleId" FROM "ArticleEntity" WHERE "entityId" = OLD."placeId")
        AND NOT EXISTS (SELECT 1 FROM "ArticleEntity" e JOIN "PlaceAncestor" p ON p."placeId" = e."entityId"
            WHERE e."articleId" = "ArticlePlace"."articleId" AND p."ancestorId" = OLD."ancestorId");
END;

CREATE TRIGGER "article_place_insert" AFTER INSERT ON "ArticleEntity" BEGIN
    INSERT INTO "ArticlePlace" ("articleId", "placeId", "orderedAt")
        SELECT NEW."articleId", "ancestorId", NEW."orderedAt" FROM "PlaceAncestor" WHERE "placeId" = NEW."entityId"
        ON CONFLICT DO NOTHING;
END;

CREATE TRIGGER "article_place_delete" AFTER DELETE ON "ArticleEntity" BEGIN
    DELETE FROM "ArticlePlace" WHERE "articleId" = OLD."articleId"
        AND "placeId" IN (SELECT "ancestorId" FROM "PlaceAncestor" WHERE "placeId" = OLD."entityId")
        AND NOT EXISTS (SELECT 1 FROM "ArticleEntity" e JOIN "PlaceAncestor" p ON p."placeId" = e."entityId"
            WHERE e."articleId" = OLD."articleId" AND p."ancestorId" = "ArticlePlace"."placeId");
END;

CREATE TRIGGER "article_place_entity" AFTER UPDATE OF "articleId", "entityId" ON "ArticleEntity"
WHEN OLD."entityId" <> NEW."entityId" OR OLD."articleId" <> NEW."articleId" BEGIN
    DELETE FROM "ArticlePlace" WHERE "articleId" = OLD."articleId"
        AND "placeId" IN (SELECT "ancestorId" FROM "PlaceAncestor" WHERE "placeId" = OLD."entityId")
        AND NOT EXISTS (SELECT 1 FROM "ArticleEntity" e JOIN "PlaceAncestor" p ON p."placeId" = e."entityId"
            WHERE e."articleId" = OLD."articleId" AND p."ancestorId" = "ArticlePlace"."placeId");
    INSERT INTO "ArticlePlace" ("articleId", "placeId", "orderedAt")
        SELECT NEW."articleId", "ancestorId", NEW."orderedAt" FROM "PlaceAncestor" WHERE "placeId" = NEW."entityId"
        ON CONFLICT DO NOTHING;
END;

CREATE TRIGGER "article_place_time" AFTER UPDATE OF "orderedAt" ON "ArticleEntity"
WHEN OLD."orderedAt" <> NEW."orderedAt" BEGIN
    UPDATE "ArticlePlace" SET "orderedAt" = NEW."orderedAt" WHERE "articleId" = NEW."articleId" AND "orderedAt" <> NEW."orderedAt";
END;

-- Places that are stored already lie in themselves, and in the survivors of merges; parents come with `dateline extract --reprocess`.
INSERT INTO "PlaceAncestor" ("placeId", "ancestorId", "depth") SELECT "id", "id", 0 FROM "Entity" WHERE "type" = 'PLACE';
INSERT INTO "PlaceAncestor" ("placeId", "ancestorId", "depth")
    WITH RECURSIVE "up" ("placeId", "ancestorId", "depth") AS (
        SELECT "id", COALESCE("mergedIntoId", "parentId"), "mergedIntoId" IS NULL FROM "Entity"
            WHERE "type" = 'PLACE' AND COALESCE("mergedIntoId", "parentId") IS NOT NULL
        UNION
        SELECT u."placeId", COALESCE(e."mergedIntoId", e."parentId"), u."depth" + (e."mergedIntoId" IS NULL)
            FROM "up" u JOIN "Entity" e ON e."id" = u."ancestorId"
            WHERE COALESCE(e."mergedIntoId", e."parentId") IS NOT NULL AND u."depth" < 100)
    SELECT "placeId", "ancestorId", MIN("depth") FROM "up" WHERE "placeId" <> "ancestorId" GROUP BY "placeId", "ancestorId";
