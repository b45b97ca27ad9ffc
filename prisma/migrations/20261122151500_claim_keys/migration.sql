-- AlterTable
ALTER TABLE "Figure" ADD COLUMN "claimKey" TEXT;

-- RedefineTables
PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
CREATE TABLE "new_Claim" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "identity" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "metricId" INTEGER NOT NULL,
    "periodStart" DATETIME,
    "periodEnd" DATETIME,
    "periodPrecision" TEXT,
    "claimantId" INTEGER,
    "value" REAL,
    "minValue" REAL,
    "maxValue" REAL,
    "orderValue" REAL NOT NULL,
    "unit" TEXT,
    CONSTRAINT "Claim_metricId_fkey" FOREIGN KEY ("metricId") REFERENCES "Metric" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Claim_claimantId_fkey" FOREIGN KEY ("claimantId") REFERENCES "Entity" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);
INSERT INTO "new_Claim" ("claimantId", "id", "identity", "maxValue", "metricId", "minValue", "periodEnd", "periodPrecision", "periodStart", "unit", "value") SELECT "claimantId", "id", "identity", "maxValue", "metricId", "minValue", "periodEnd", "periodPrecision", "periodStart", "unit", "value" FROM "Claim";
DROP TABLE "Claim";
ALTER TABLE "new_Claim" RENAME TO "Claim";
CREATE UNIQUE INDEX "Claim_identity_key" ON "Claim"("identity");
CREATE INDEX "Claim_key_idx" ON "Claim"("key");
CREATE INDEX "Claim_metricId_periodStart_id_idx" ON "Claim"("metricId", "periodStart", "id");
CREATE INDEX "Claim_claimantId_id_idx" ON "Claim"("claimantId", "id");
CREATE INDEX "Claim_orderValue_id_idx" ON "Claim"("orderValue", "id");
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;

-- CreateIndex
CREATE INDEX "Figure_claimKey_idx" ON "Figure"("claimKey");

