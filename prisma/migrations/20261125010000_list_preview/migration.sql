-- Previews of lists stand in the database, so that any process of the deployment can show and decide them
-- (docs/decisions/0018). Previews made before live in the memory of the process that made them and end with it.
CREATE TABLE "list_preview" (
    "id" UUID NOT NULL,
    "viewer_id" TEXT NOT NULL,
    "held_id" UUID,
    "authority_id" TEXT NOT NULL,
    "file_name" TEXT NOT NULL,
    "content" BYTEA,
    "digest" TEXT NOT NULL,
    "made_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "list_preview_pkey" PRIMARY KEY ("id")
);

CREATE INDEX "list_preview_viewer_id_made_at_idx" ON "list_preview"("viewer_id", "made_at");

ALTER TABLE "list_preview" ADD CONSTRAINT "list_preview_held_id_fkey" FOREIGN KEY ("held_id") REFERENCES "list_import"("id") ON DELETE CASCADE ON UPDATE CASCADE;
