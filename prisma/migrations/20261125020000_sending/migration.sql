-- CreateTable
CREATE TABLE "sending" (
    "key" UUID NOT NULL,
    "actor_id" TEXT NOT NULL,
    "verb" TEXT NOT NULL,
    "digest" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "result" JSONB,

    CONSTRAINT "sending_pkey" PRIMARY KEY ("key")
);

-- CreateIndex
CREATE INDEX "sending_at_idx" ON "sending"("at");
