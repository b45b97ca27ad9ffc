-- DropIndex
DROP INDEX "Mention_revisionId_field_start_end_entityId_key";

-- AlterTable
ALTER TABLE "Entity" ADD COLUMN "mergeTargetId" INTEGER;

-- AlterTable
ALTER TABLE "Figure" ADD COLUMN "claimantOriginId" INTEGER;

-- CreateTable
CREATE TABLE "RejectedAlias" (
    "entityId" INTEGER NOT NULL,
    "nameKey" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,

    PRIMARY KEY ("entityId", "nameKey"),
    CONSTRAINT "RejectedAlias_entityId_fkey" FOREIGN KEY ("entityId") REFERENCES "Entity" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateIndex
CREATE INDEX "AuditEvent_at_id_idx" ON "AuditEvent"("at", "id");

-- CreateIndex
CREATE INDEX "AuditEvent_action_at_id_idx" ON "AuditEvent"("action", "at", "id");

-- CreateIndex
CREATE INDEX "Entity_mergeTargetId_idx" ON "Entity"("mergeTargetId");

-- CreateIndex
CREATE INDEX "Figure_claimantOriginId_idx" ON "Figure"("claimantOriginId");

-- CreateIndex
CREATE INDEX "Figure_reviewStatus_current_confidence_id_idx" ON "Figure"("reviewStatus", "current", "confidence", "id");

-- CreateIndex
CREATE INDEX "FigurePlace_originId_idx" ON "FigurePlace"("originId");

-- CreateIndex
CREATE INDEX "Mention_reviewStatus_current_confidence_id_idx" ON "Mention"("reviewStatus", "current", "confidence", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Mention_revisionId_field_start_end_originId_key" ON "Mention"("revisionId", "field", "start", "end", "originId");

