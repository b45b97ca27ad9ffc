-- Where a source's articles are fetched from, how often, and how the last time went
ALTER TABLE "Source" ADD COLUMN "pullUrl" TEXT;
ALTER TABLE "Source" ADD COLUMN "pullFormat" TEXT NOT NULL DEFAULT 'auto';
ALTER TABLE "Source" ADD COLUMN "pullCredentials" TEXT;
ALTER TABLE "Source" ADD COLUMN "pullMinutes" INTEGER;
ALTER TABLE "Source" ADD COLUMN "pullNextAt" DATETIME;
ALTER TABLE "Source" ADD COLUMN "pullStartedAt" DATETIME;
ALTER TABLE "Source" ADD COLUMN "pullFinishedAt" DATETIME;
ALTER TABLE "Source" ADD COLUMN "pullError" TEXT;
ALTER TABLE "Source" ADD COLUMN "pullFailures" INTEGER NOT NULL DEFAULT 0;
ALTER TABLE "Source" ADD COLUMN "pullSummary" JSONB;
ALTER TABLE "Source" ADD COLUMN "pullEtag" TEXT;
ALTER TABLE "Source" ADD COLUMN "pullLastModified" TEXT;
ALTER TABLE "Source" ADD COLUMN "pullModifiedAt" DATETIME;
