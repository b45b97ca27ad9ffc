-- Nobody ever took an event: who reads the outbox remembers how far it has come.
DROP INDEX "OutboxEvent_takenAt_id_idx";
ALTER TABLE "OutboxEvent" DROP COLUMN "takenAt";
