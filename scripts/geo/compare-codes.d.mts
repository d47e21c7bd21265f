export function compareCodes(counties: readonly { code: string; name: string }[]): {
  matching: string[];
  listed: string[];
  strange: string[];
  otherName: string[];
  missing: string[];
};
