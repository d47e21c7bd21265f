-- Failures are counted by account and address, by address, and by known device. Those recorded before bear no address:
-- they count against nobody any more and are pruned within 15 minutes.

-- AlterTable
ALTER TABLE "sign_in_failure" ADD COLUMN     "address" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "device" TEXT;

-- CreateIndex
CREATE INDEX "sign_in_failure_address_at_idx" ON "sign_in_failure"("address", "at");

-- CreateIndex
CREATE INDEX "sign_in_failure_device_at_idx" ON "sign_in_failure"("device", "at");
