-- CreateEnum
CREATE TYPE "role" AS ENUM ('ADMIN', 'OFFICER', 'STAFF', 'PRESS');

-- CreateEnum
CREATE TYPE "area_kind" AS ENUM ('UNIT', 'BUILDING', 'COMPOUND', 'VILLAGE', 'COMMUNITY', 'STREET', 'COUNTY', 'REGION', 'PLACE');

-- CreateEnum
CREATE TYPE "stated_level" AS ENUM ('HIGH', 'MEDIUM', 'LOW');

-- CreateEnum
CREATE TYPE "designation_cause" AS ENUM ('DESIGNATED', 'RAISED', 'LOWERED_BY_RULE', 'LOWERED_BY_DECISION', 'RELEASED', 'CORRECTED', 'IMPORTED');

-- CreateEnum
CREATE TYPE "infection_exclusion" AS ENUM ('CENTRAL_ISOLATION', 'HOME_ISOLATION', 'CLOSED_LOOP', 'RE_POSITIVE', 'IMPORTED_OLD', 'CONTACT_ASSESSED');

-- CreateEnum
CREATE TYPE "division_kind" AS ENUM ('PROVINCE', 'PREFECTURE', 'COUNTY', 'FUNCTIONAL_ZONE', 'STREET', 'COMMUNITY');

-- CreateEnum
CREATE TYPE "list_import_status" AS ENUM ('HELD', 'APPLIED', 'REJECTED');

-- CreateTable
CREATE TABLE "user_account" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "display_name" TEXT NOT NULL,
    "password_hash" TEXT NOT NULL,
    "role" "role" NOT NULL,
    "division_code" TEXT,
    "active" BOOLEAN NOT NULL DEFAULT true,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "user_account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "staff_session" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "staff_session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sign_in_failure" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "sign_in_failure_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "api_key" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "key_hash" TEXT NOT NULL,
    "scopes" TEXT[],
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "api_key_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "authority" (
    "id" TEXT NOT NULL,
    "name_zh" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "own" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "authority_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "area" (
    "id" UUID NOT NULL,
    "authority_id" TEXT NOT NULL,
    "division_code" TEXT,
    "resolved" BOOLEAN NOT NULL DEFAULT true,
    "written_path" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "name_key" TEXT NOT NULL,
    "aliases" TEXT[],
    "kind" "area_kind" NOT NULL,
    "population" INTEGER,
    "geometry" JSONB,
    "drill" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "area_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "area_name" (
    "id" UUID NOT NULL,
    "area_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "replaced_at" TIMESTAMPTZ(3) NOT NULL,
    "reason" TEXT NOT NULL,

    CONSTRAINT "area_name_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "designation" (
    "id" UUID NOT NULL,
    "area_id" UUID NOT NULL,
    "level" "stated_level" NOT NULL,
    "valid_from" TIMESTAMPTZ(3) NOT NULL,
    "valid_to" TIMESTAMPTZ(3),
    "recorded_from" TIMESTAMPTZ(3) NOT NULL,
    "recorded_to" TIMESTAMPTZ(3),
    "cause" "designation_cause" NOT NULL,
    "end_cause" "designation_cause",
    "reason" TEXT NOT NULL,
    "policy_id" TEXT NOT NULL,
    "policy_version" INTEGER NOT NULL,
    "notice_no" TEXT,
    "source" JSONB NOT NULL,
    "evidence" JSONB,
    "supersedes_id" UUID,
    "actor_id" TEXT NOT NULL,

    CONSTRAINT "designation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "infection" (
    "id" UUID NOT NULL,
    "area_id" UUID NOT NULL,
    "found_on" DATE NOT NULL,
    "count" INTEGER NOT NULL,
    "counts_for_designation" BOOLEAN NOT NULL,
    "resets_clock" BOOLEAN NOT NULL,
    "exclusion" "infection_exclusion",
    "reason" TEXT NOT NULL,
    "drill" BOOLEAN NOT NULL DEFAULT false,
    "recorded_from" TIMESTAMPTZ(3) NOT NULL,
    "recorded_to" TIMESTAMPTZ(3),
    "supersedes_id" UUID,
    "actor_id" TEXT NOT NULL,

    CONSTRAINT "infection_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "screening" (
    "id" UUID NOT NULL,
    "round_id" UUID NOT NULL,
    "area_id" UUID NOT NULL,
    "window_from" TIMESTAMPTZ(3) NOT NULL,
    "window_to" TIMESTAMPTZ(3) NOT NULL,
    "target" INTEGER NOT NULL,
    "tested" INTEGER NOT NULL,
    "positive" INTEGER NOT NULL,
    "note" TEXT NOT NULL,
    "drill" BOOLEAN NOT NULL DEFAULT false,
    "recorded_from" TIMESTAMPTZ(3) NOT NULL,
    "recorded_to" TIMESTAMPTZ(3),
    "supersedes_id" UUID,
    "actor_id" TEXT NOT NULL,

    CONSTRAINT "screening_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "setting" (
    "key" TEXT NOT NULL,
    "value" JSONB NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "setting_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "drill_clock" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "simulated_at" TIMESTAMPTZ(3) NOT NULL,
    "real_base" TIMESTAMPTZ(3) NOT NULL,
    "paused" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "drill_clock_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "division" (
    "code" TEXT NOT NULL,
    "kind" "division_kind" NOT NULL,
    "parent_code" TEXT,
    "path" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "short_name" TEXT NOT NULL,
    "aliases" TEXT[],
    "pinyin" TEXT NOT NULL,
    "initials" TEXT NOT NULL,
    "valid_from" DATE,
    "valid_to" DATE,
    "successors" TEXT[],
    "overlaps" TEXT[],

    CONSTRAINT "division_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "list_import" (
    "id" UUID NOT NULL,
    "authority_id" TEXT NOT NULL,
    "form" TEXT NOT NULL,
    "file_name" TEXT NOT NULL,
    "file_hash" TEXT NOT NULL,
    "list_time" TIMESTAMPTZ(3) NOT NULL,
    "status" "list_import_status" NOT NULL,
    "summary" JSONB NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL,
    "decided_at" TIMESTAMPTZ(3),
    "decided_by" TEXT,
    "decide_reason" TEXT,
    "actor_id" TEXT NOT NULL,

    CONSTRAINT "list_import_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "list_file" (
    "import_id" UUID NOT NULL,
    "content" BYTEA NOT NULL,

    CONSTRAINT "list_file_pkey" PRIMARY KEY ("import_id")
);

-- CreateTable
CREATE TABLE "discrepancy" (
    "id" UUID NOT NULL,
    "import_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "division_code" TEXT,
    "name" TEXT NOT NULL,
    "area_id" UUID,
    "own_level" "stated_level",
    "list_level" "stated_level",

    CONSTRAINT "discrepancy_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "change_log" (
    "seq" BIGINT NOT NULL,
    "type" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "effective_at" TIMESTAMPTZ(3) NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "data" JSONB NOT NULL,

    CONSTRAINT "change_log_pkey" PRIMARY KEY ("seq")
);

-- CreateTable
CREATE TABLE "audit_entry" (
    "seq" BIGINT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actor_id" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "entity" TEXT NOT NULL,
    "entity_id" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "before" JSONB,
    "after" JSONB,
    "prev_hash" TEXT NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "audit_entry_pkey" PRIMARY KEY ("seq")
);

-- CreateTable
CREATE TABLE "downgrade_run" (
    "id" UUID NOT NULL,
    "trigger" TEXT NOT NULL,
    "clock_at" TIMESTAMPTZ(3) NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "finished_at" TIMESTAMPTZ(3),
    "examined" INTEGER NOT NULL DEFAULT 0,
    "lowered" INTEGER NOT NULL DEFAULT 0,
    "lacking" INTEGER NOT NULL DEFAULT 0,
    "error" TEXT,

    CONSTRAINT "downgrade_run_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "user_account_name_key" ON "user_account"("name");

-- CreateIndex
CREATE INDEX "staff_session_user_id_idx" ON "staff_session"("user_id");

-- CreateIndex
CREATE INDEX "sign_in_failure_name_at_idx" ON "sign_in_failure"("name", "at");

-- CreateIndex
CREATE UNIQUE INDEX "api_key_key_hash_key" ON "api_key"("key_hash");

-- CreateIndex
CREATE INDEX "area_division_code_idx" ON "area"("division_code");

-- CreateIndex
CREATE INDEX "area_authority_id_name_key_idx" ON "area"("authority_id", "name_key");

-- CreateIndex
CREATE INDEX "area_name_area_id_idx" ON "area_name"("area_id");

-- CreateIndex
CREATE INDEX "designation_area_id_recorded_to_idx" ON "designation"("area_id", "recorded_to");

-- CreateIndex
CREATE INDEX "designation_recorded_to_valid_to_level_idx" ON "designation"("recorded_to", "valid_to", "level");

-- CreateIndex
CREATE INDEX "infection_area_id_recorded_to_idx" ON "infection"("area_id", "recorded_to");

-- CreateIndex
CREATE INDEX "screening_area_id_recorded_to_idx" ON "screening"("area_id", "recorded_to");

-- CreateIndex
CREATE INDEX "division_parent_code_idx" ON "division"("parent_code");

-- CreateIndex
CREATE INDEX "division_path_idx" ON "division"("path" COLLATE "C");

-- CreateIndex
CREATE INDEX "list_import_authority_id_list_time_idx" ON "list_import"("authority_id", "list_time");

-- CreateIndex
CREATE INDEX "discrepancy_import_id_idx" ON "discrepancy"("import_id");

-- CreateIndex
CREATE INDEX "change_log_subject_seq_idx" ON "change_log"("subject", "seq");

-- CreateIndex
CREATE INDEX "audit_entry_entity_entity_id_seq_idx" ON "audit_entry"("entity", "entity_id", "seq");

-- CreateIndex
CREATE INDEX "downgrade_run_finished_at_idx" ON "downgrade_run"("finished_at");

-- AddForeignKey
ALTER TABLE "user_account" ADD CONSTRAINT "user_account_division_code_fkey" FOREIGN KEY ("division_code") REFERENCES "division"("code") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "staff_session" ADD CONSTRAINT "staff_session_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "area" ADD CONSTRAINT "area_authority_id_fkey" FOREIGN KEY ("authority_id") REFERENCES "authority"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "area" ADD CONSTRAINT "area_division_code_fkey" FOREIGN KEY ("division_code") REFERENCES "division"("code") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "area_name" ADD CONSTRAINT "area_name_area_id_fkey" FOREIGN KEY ("area_id") REFERENCES "area"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "designation" ADD CONSTRAINT "designation_area_id_fkey" FOREIGN KEY ("area_id") REFERENCES "area"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "infection" ADD CONSTRAINT "infection_area_id_fkey" FOREIGN KEY ("area_id") REFERENCES "area"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "screening" ADD CONSTRAINT "screening_area_id_fkey" FOREIGN KEY ("area_id") REFERENCES "area"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "division" ADD CONSTRAINT "division_parent_code_fkey" FOREIGN KEY ("parent_code") REFERENCES "division"("code") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "list_import" ADD CONSTRAINT "list_import_authority_id_fkey" FOREIGN KEY ("authority_id") REFERENCES "authority"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "list_file" ADD CONSTRAINT "list_file_import_id_fkey" FOREIGN KEY ("import_id") REFERENCES "list_import"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "discrepancy" ADD CONSTRAINT "discrepancy_import_id_fkey" FOREIGN KEY ("import_id") REFERENCES "list_import"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
