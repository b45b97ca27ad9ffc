-- CreateTable
CREATE TABLE "Source" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "nameKey" TEXT NOT NULL,
    "url" TEXT,
    "adapter" TEXT NOT NULL DEFAULT 'generic',
    "extractor" TEXT NOT NULL DEFAULT 'embedded',
    "enabled" BOOLEAN NOT NULL DEFAULT true,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "Delivery" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "sourceId" INTEGER NOT NULL,
    "dedupeKey" TEXT NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'RECEIVED',
    "contentType" TEXT NOT NULL,
    "body" BLOB NOT NULL,
    "outcome" TEXT,
    "error" TEXT,
    "articleId" INTEGER,
    "receivedAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "processedAt" DATETIME,
    CONSTRAINT "Delivery_sourceId_fkey" FOREIGN KEY ("sourceId") REFERENCES "Source" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Delivery_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Article" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "slug" TEXT NOT NULL,
    "sourceId" INTEGER NOT NULL,
    "externalId" TEXT NOT NULL,
    "canonicalUrl" TEXT,
    "status" TEXT NOT NULL DEFAULT 'PUBLISHED',
    "embargoedUntil" DATETIME,
    "publishedAt" DATETIME,
    "orderedAt" DATETIME NOT NULL,
    "modifiedAt" DATETIME,
    "payloadHash" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "headline" TEXT NOT NULL,
    "headlineKey" TEXT NOT NULL,
    "wordCount" INTEGER NOT NULL,
    "currentRevisionId" INTEGER,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" DATETIME NOT NULL,
    CONSTRAINT "Article_sourceId_fkey" FOREIGN KEY ("sourceId") REFERENCES "Source" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Article_currentRevisionId_fkey" FOREIGN KEY ("currentRevisionId") REFERENCES "ArticleRevision" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "ArticleRevision" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "articleId" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,
    "kind" TEXT NOT NULL DEFAULT 'ORIGINAL',
    "headline" TEXT NOT NULL,
    "dek" TEXT,
    "bodyText" TEXT NOT NULL,
    "bodyHtml" TEXT NOT NULL,
    "removedText" JSONB NOT NULL,
    "authors" JSONB NOT NULL,
    "language" TEXT NOT NULL,
    "wordCount" INTEGER NOT NULL,
    "contentHash" TEXT NOT NULL,
    "externalRevision" TEXT,
    "extractorName" TEXT NOT NULL,
    "extractorVersion" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "ArticleRevision_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "ArticleUrl" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "articleId" INTEGER NOT NULL,
    "url" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "ArticleUrl_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Topic" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "ArticleTopic" (
    "articleId" INTEGER NOT NULL,
    "topicId" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,

    PRIMARY KEY ("articleId", "topicId"),
    CONSTRAINT "ArticleTopic_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "ArticleTopic_topicId_fkey" FOREIGN KEY ("topicId") REFERENCES "Topic" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Correction" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "articleId" INTEGER NOT NULL,
    "revisionId" INTEGER,
    "kind" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "issuedAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "Correction_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Correction_revisionId_fkey" FOREIGN KEY ("revisionId") REFERENCES "ArticleRevision" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Entity" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "type" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "nameKey" TEXT NOT NULL,
    "description" TEXT,
    "reviewStatus" TEXT NOT NULL DEFAULT 'UNREVIEWED',
    "mergedIntoId" INTEGER,
    "parentId" INTEGER,
    "jobTitle" TEXT,
    "placeKind" TEXT,
    "countryCode" TEXT,
    "latitude" REAL,
    "longitude" REAL,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" DATETIME NOT NULL,
    CONSTRAINT "Entity_mergedIntoId_fkey" FOREIGN KEY ("mergedIntoId") REFERENCES "Entity" ("id") ON DELETE SET NULL ON UPDATE CASCADE,
    CONSTRAINT "Entity_parentId_fkey" FOREIGN KEY ("parentId") REFERENCES "Entity" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Alias" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "entityId" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "nameKey" TEXT NOT NULL,
    "kind" TEXT NOT NULL DEFAULT 'NAME',
    "language" TEXT,
    "provenance" TEXT NOT NULL DEFAULT 'EXTRACTOR',
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "Alias_entityId_fkey" FOREIGN KEY ("entityId") REFERENCES "Entity" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "ExternalId" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "entityId" INTEGER NOT NULL,
    "scheme" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    CONSTRAINT "ExternalId_entityId_fkey" FOREIGN KEY ("entityId") REFERENCES "Entity" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "NotSame" (
    "aId" INTEGER NOT NULL,
    "bId" INTEGER NOT NULL,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,

    PRIMARY KEY ("aId", "bId"),
    CONSTRAINT "NotSame_aId_fkey" FOREIGN KEY ("aId") REFERENCES "Entity" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "NotSame_bId_fkey" FOREIGN KEY ("bId") REFERENCES "Entity" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Mention" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "articleId" INTEGER NOT NULL,
    "revisionId" INTEGER NOT NULL,
    "entityId" INTEGER NOT NULL,
    "originId" INTEGER NOT NULL,
    "current" BOOLEAN NOT NULL DEFAULT true,
    "field" TEXT NOT NULL,
    "start" INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    "exact" TEXT NOT NULL,
    "prefix" TEXT NOT NULL,
    "suffix" TEXT NOT NULL,
    "metonym" BOOLEAN NOT NULL DEFAULT false,
    "confidence" REAL NOT NULL,
    "provenance" TEXT NOT NULL DEFAULT 'EXTRACTOR',
    "agent" TEXT NOT NULL,
    "agentVersion" TEXT,
    "reviewStatus" TEXT NOT NULL DEFAULT 'UNREVIEWED',
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "Mention_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Mention_revisionId_fkey" FOREIGN KEY ("revisionId") REFERENCES "ArticleRevision" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Mention_entityId_fkey" FOREIGN KEY ("entityId") REFERENCES "Entity" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "ArticleEntity" (
    "articleId" INTEGER NOT NULL,
    "entityId" INTEGER NOT NULL,
    "entityType" TEXT NOT NULL,
    "mentionCount" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,
    "orderedAt" DATETIME NOT NULL,

    PRIMARY KEY ("articleId", "entityId"),
    CONSTRAINT "ArticleEntity_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "ArticleEntity_entityId_fkey" FOREIGN KEY ("entityId") REFERENCES "Entity" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Metric" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "key" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "labelKey" TEXT NOT NULL,
    "description" TEXT,
    "unit" TEXT,
    "aggregation" TEXT NOT NULL DEFAULT 'FLOW',
    "supersededById" INTEGER,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" DATETIME NOT NULL,
    CONSTRAINT "Metric_supersededById_fkey" FOREIGN KEY ("supersededById") REFERENCES "Metric" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Figure" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "articleId" INTEGER NOT NULL,
    "revisionId" INTEGER NOT NULL,
    "current" BOOLEAN NOT NULL DEFAULT true,
    "field" TEXT NOT NULL,
    "start" INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    "exact" TEXT NOT NULL,
    "prefix" TEXT NOT NULL,
    "suffix" TEXT NOT NULL,
    "value" REAL,
    "minValue" REAL,
    "maxValue" REAL,
    "orderValue" REAL NOT NULL,
    "valueText" TEXT NOT NULL,
    "qualifier" TEXT NOT NULL,
    "unit" TEXT,
    "measure" TEXT,
    "metricId" INTEGER,
    "population" TEXT,
    "periodStart" DATETIME,
    "periodEnd" DATETIME,
    "periodPrecision" TEXT,
    "periodText" TEXT,
    "actor" TEXT,
    "target" TEXT,
    "attributionKind" TEXT NOT NULL,
    "attributionLabel" TEXT,
    "attributionKey" TEXT,
    "attributionVia" TEXT,
    "claimantId" INTEGER,
    "cueField" TEXT,
    "cueStart" INTEGER,
    "cueEnd" INTEGER,
    "cueExact" TEXT,
    "cuePrefix" TEXT,
    "cueSuffix" TEXT,
    "partOfId" INTEGER,
    "claimId" INTEGER,
    "confidence" REAL NOT NULL,
    "provenance" TEXT NOT NULL DEFAULT 'EXTRACTOR',
    "agent" TEXT NOT NULL,
    "agentVersion" TEXT,
    "reviewStatus" TEXT NOT NULL DEFAULT 'UNREVIEWED',
    "status" TEXT NOT NULL DEFAULT 'CURRENT',
    "supersededById" INTEGER,
    "correctionId" INTEGER,
    "orderedAt" DATETIME NOT NULL,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "Figure_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Figure_revisionId_fkey" FOREIGN KEY ("revisionId") REFERENCES "ArticleRevision" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Figure_metricId_fkey" FOREIGN KEY ("metricId") REFERENCES "Metric" ("id") ON DELETE SET NULL ON UPDATE CASCADE,
    CONSTRAINT "Figure_claimantId_fkey" FOREIGN KEY ("claimantId") REFERENCES "Entity" ("id") ON DELETE SET NULL ON UPDATE CASCADE,
    CONSTRAINT "Figure_partOfId_fkey" FOREIGN KEY ("partOfId") REFERENCES "Figure" ("id") ON DELETE SET NULL ON UPDATE CASCADE,
    CONSTRAINT "Figure_supersededById_fkey" FOREIGN KEY ("supersededById") REFERENCES "Figure" ("id") ON DELETE SET NULL ON UPDATE CASCADE,
    CONSTRAINT "Figure_correctionId_fkey" FOREIGN KEY ("correctionId") REFERENCES "Correction" ("id") ON DELETE SET NULL ON UPDATE CASCADE,
    CONSTRAINT "Figure_claimId_fkey" FOREIGN KEY ("claimId") REFERENCES "Claim" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "FigurePlace" (
    "figureId" INTEGER NOT NULL,
    "placeId" INTEGER NOT NULL,
    "originId" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,

    PRIMARY KEY ("figureId", "placeId"),
    CONSTRAINT "FigurePlace_figureId_fkey" FOREIGN KEY ("figureId") REFERENCES "Figure" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "FigurePlace_placeId_fkey" FOREIGN KEY ("placeId") REFERENCES "Entity" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Claim" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "identity" TEXT NOT NULL,
    "metricId" INTEGER NOT NULL,
    "periodStart" DATETIME,
    "periodEnd" DATETIME,
    "periodPrecision" TEXT,
    "population" TEXT,
    "attributionKind" TEXT NOT NULL,
    "claimantLabel" TEXT,
    "claimantId" INTEGER,
    "value" REAL,
    "minValue" REAL,
    "maxValue" REAL,
    "qualifier" TEXT NOT NULL,
    "unit" TEXT,
    "articleCount" INTEGER NOT NULL,
    "firstReportedAt" DATETIME NOT NULL,
    "lastReportedAt" DATETIME NOT NULL,
    CONSTRAINT "Claim_metricId_fkey" FOREIGN KEY ("metricId") REFERENCES "Metric" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Claim_claimantId_fkey" FOREIGN KEY ("claimantId") REFERENCES "Entity" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "ClaimPlace" (
    "claimId" INTEGER NOT NULL,
    "placeId" INTEGER NOT NULL,

    PRIMARY KEY ("claimId", "placeId"),
    CONSTRAINT "ClaimPlace_claimId_fkey" FOREIGN KEY ("claimId") REFERENCES "Claim" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "ClaimPlace_placeId_fkey" FOREIGN KEY ("placeId") REFERENCES "Entity" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "ApiKey" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "name" TEXT NOT NULL,
    "prefix" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "scopes" JSONB NOT NULL,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "revokedAt" DATETIME
);

-- CreateTable
CREATE TABLE "AuditEvent" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "at" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "actor" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "targetType" TEXT NOT NULL,
    "targetId" INTEGER,
    "details" JSONB NOT NULL
);

-- CreateTable
CREATE TABLE "OutboxEvent" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "type" TEXT NOT NULL,
    "articleId" INTEGER,
    "payload" JSONB NOT NULL,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "takenAt" DATETIME
);

-- CreateIndex
CREATE UNIQUE INDEX "Source_slug_key" ON "Source"("slug");

-- CreateIndex
CREATE INDEX "Delivery_status_id_idx" ON "Delivery"("status", "id");

-- CreateIndex
CREATE INDEX "Delivery_articleId_idx" ON "Delivery"("articleId");

-- CreateIndex
CREATE UNIQUE INDEX "Delivery_sourceId_dedupeKey_key" ON "Delivery"("sourceId", "dedupeKey");

-- CreateIndex
CREATE UNIQUE INDEX "Article_slug_key" ON "Article"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "Article_currentRevisionId_key" ON "Article"("currentRevisionId");

-- CreateIndex
CREATE INDEX "Article_orderedAt_id_idx" ON "Article"("orderedAt", "id");

-- CreateIndex
CREATE INDEX "Article_status_orderedAt_id_idx" ON "Article"("status", "orderedAt", "id");

-- CreateIndex
CREATE INDEX "Article_sourceId_orderedAt_id_idx" ON "Article"("sourceId", "orderedAt", "id");

-- CreateIndex
CREATE INDEX "Article_headlineKey_id_idx" ON "Article"("headlineKey", "id");

-- CreateIndex
CREATE INDEX "Article_updatedAt_id_idx" ON "Article"("updatedAt", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Article_sourceId_externalId_key" ON "Article"("sourceId", "externalId");

-- CreateIndex
CREATE UNIQUE INDEX "ArticleRevision_articleId_number_key" ON "ArticleRevision"("articleId", "number");

-- CreateIndex
CREATE UNIQUE INDEX "ArticleUrl_url_key" ON "ArticleUrl"("url");

-- CreateIndex
CREATE INDEX "ArticleUrl_articleId_id_idx" ON "ArticleUrl"("articleId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Topic_slug_key" ON "Topic"("slug");

-- CreateIndex
CREATE INDEX "ArticleTopic_topicId_articleId_idx" ON "ArticleTopic"("topicId", "articleId");

-- CreateIndex
CREATE INDEX "Correction_articleId_issuedAt_id_idx" ON "Correction"("articleId", "issuedAt", "id");

-- CreateIndex
CREATE INDEX "Correction_revisionId_idx" ON "Correction"("revisionId");

-- CreateIndex
CREATE UNIQUE INDEX "Entity_slug_key" ON "Entity"("slug");

-- CreateIndex
CREATE INDEX "Entity_type_nameKey_id_idx" ON "Entity"("type", "nameKey", "id");

-- CreateIndex
CREATE INDEX "Entity_nameKey_id_idx" ON "Entity"("nameKey", "id");

-- CreateIndex
CREATE INDEX "Entity_mergedIntoId_idx" ON "Entity"("mergedIntoId");

-- CreateIndex
CREATE INDEX "Entity_parentId_idx" ON "Entity"("parentId");

-- CreateIndex
CREATE INDEX "Entity_countryCode_type_idx" ON "Entity"("countryCode", "type");

-- CreateIndex
CREATE INDEX "Alias_nameKey_entityId_idx" ON "Alias"("nameKey", "entityId");

-- CreateIndex
CREATE UNIQUE INDEX "Alias_entityId_nameKey_key" ON "Alias"("entityId", "nameKey");

-- CreateIndex
CREATE INDEX "ExternalId_entityId_id_idx" ON "ExternalId"("entityId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "ExternalId_scheme_value_key" ON "ExternalId"("scheme", "value");

-- CreateIndex
CREATE INDEX "NotSame_bId_idx" ON "NotSame"("bId");

-- CreateIndex
CREATE INDEX "Mention_articleId_current_field_start_id_idx" ON "Mention"("articleId", "current", "field", "start", "id");

-- CreateIndex
CREATE INDEX "Mention_entityId_current_id_idx" ON "Mention"("entityId", "current", "id");

-- CreateIndex
CREATE INDEX "Mention_originId_idx" ON "Mention"("originId");

-- CreateIndex
CREATE UNIQUE INDEX "Mention_revisionId_field_start_end_entityId_key" ON "Mention"("revisionId", "field", "start", "end", "entityId");

-- CreateIndex
CREATE INDEX "ArticleEntity_entityId_orderedAt_articleId_idx" ON "ArticleEntity"("entityId", "orderedAt", "articleId");

-- CreateIndex
CREATE INDEX "ArticleEntity_articleId_entityType_position_idx" ON "ArticleEntity"("articleId", "entityType", "position");

-- CreateIndex
CREATE UNIQUE INDEX "Metric_key_key" ON "Metric"("key");

-- CreateIndex
CREATE INDEX "Metric_labelKey_id_idx" ON "Metric"("labelKey", "id");

-- CreateIndex
CREATE INDEX "Metric_supersededById_idx" ON "Metric"("supersededById");

-- CreateIndex
CREATE INDEX "Figure_articleId_current_field_start_id_idx" ON "Figure"("articleId", "current", "field", "start", "id");

-- CreateIndex
CREATE INDEX "Figure_metricId_orderedAt_id_idx" ON "Figure"("metricId", "orderedAt", "id");

-- CreateIndex
CREATE INDEX "Figure_claimantId_orderedAt_id_idx" ON "Figure"("claimantId", "orderedAt", "id");

-- CreateIndex
CREATE INDEX "Figure_orderedAt_id_idx" ON "Figure"("orderedAt", "id");

-- CreateIndex
CREATE INDEX "Figure_orderValue_id_idx" ON "Figure"("orderValue", "id");

-- CreateIndex
CREATE INDEX "Figure_claimId_idx" ON "Figure"("claimId");

-- CreateIndex
CREATE INDEX "Figure_partOfId_idx" ON "Figure"("partOfId");

-- CreateIndex
CREATE INDEX "Figure_supersededById_idx" ON "Figure"("supersededById");

-- CreateIndex
CREATE INDEX "Figure_correctionId_idx" ON "Figure"("correctionId");

-- CreateIndex
CREATE UNIQUE INDEX "Figure_revisionId_field_start_end_key" ON "Figure"("revisionId", "field", "start", "end");

-- CreateIndex
CREATE INDEX "FigurePlace_placeId_figureId_idx" ON "FigurePlace"("placeId", "figureId");

-- CreateIndex
CREATE UNIQUE INDEX "Claim_identity_key" ON "Claim"("identity");

-- CreateIndex
CREATE INDEX "Claim_metricId_periodStart_id_idx" ON "Claim"("metricId", "periodStart", "id");

-- CreateIndex
CREATE INDEX "Claim_claimantId_lastReportedAt_id_idx" ON "Claim"("claimantId", "lastReportedAt", "id");

-- CreateIndex
CREATE INDEX "Claim_lastReportedAt_id_idx" ON "Claim"("lastReportedAt", "id");

-- CreateIndex
CREATE INDEX "ClaimPlace_placeId_claimId_idx" ON "ClaimPlace"("placeId", "claimId");

-- CreateIndex
CREATE UNIQUE INDEX "ApiKey_hash_key" ON "ApiKey"("hash");

-- CreateIndex
CREATE INDEX "AuditEvent_targetType_targetId_id_idx" ON "AuditEvent"("targetType", "targetId", "id");

-- CreateIndex
CREATE INDEX "OutboxEvent_takenAt_id_idx" ON "OutboxEvent"("takenAt", "id");

-- CreateIndex
CREATE INDEX "OutboxEvent_articleId_idx" ON "OutboxEvent"("articleId");
