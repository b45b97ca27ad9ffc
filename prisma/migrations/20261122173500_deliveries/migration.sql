-- Secrets of sources, and what a delivery needs to be processed after a restart
ALTER TABLE "Source" ADD COLUMN "secret" TEXT;
ALTER TABLE "Source" ADD COLUMN "previousSecret" TEXT;
ALTER TABLE "Source" ADD COLUMN "previousSecretUntil" DATETIME;
ALTER TABLE "Delivery" ADD COLUMN "topic" TEXT;
ALTER TABLE "Delivery" ADD COLUMN "actor" TEXT NOT NULL DEFAULT 'unknown';
ALTER TABLE "Delivery" ADD COLUMN "externalId" TEXT;
ALTER TABLE "Delivery" ADD COLUMN "removedAt" DATETIME;
ALTER TABLE "Delivery" ADD COLUMN "attempts" INTEGER NOT NULL DEFAULT 0;

CREATE INDEX "Delivery_sourceId_externalId_id_idx" ON "Delivery"("sourceId", "externalId", "id");
