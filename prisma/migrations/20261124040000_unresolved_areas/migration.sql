-- The few areas whose county nobody knows: every level that ends asks whether one of them may lie on the same ground.
create index area_unresolved on area ((coalesce(division_code, ''))) where not resolved;
