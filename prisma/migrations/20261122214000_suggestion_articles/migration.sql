-- What an article suggests is for those who may see the article.

-- AlterTable
ALTER TABLE "MergeSuggestion" ADD COLUMN "articleId" INTEGER;
