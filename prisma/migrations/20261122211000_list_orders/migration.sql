-- CreateIndex
CREATE INDEX "Article_language_orderedAt_id_idx" ON "Article"("language", "orderedAt", "id");

-- CreateIndex
CREATE INDEX "Entity_createdAt_id_idx" ON "Entity"("createdAt", "id");
