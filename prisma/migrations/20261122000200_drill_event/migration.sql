-- CreateTable
CREATE TABLE "drill_event" (
    "id" SERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "kind" TEXT NOT NULL,
    "payload" JSONB NOT NULL,
    "applied_at" TIMESTAMPTZ(3),

    CONSTRAINT "drill_event_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "drill_event_applied_at_at_idx" ON "drill_event"("applied_at", "at");
