/** A whole county, prefecture or province that a designation would cover, with what lies inside it. */
export interface WholeGround {
  readonly name: string;
  readonly counties: number;
  readonly streets: number;
  readonly communities: number;
  /** High- and medium-risk areas that stand inside. */
  readonly areas: number;
}

/** The ground that a refusal names; null when it is about something else. @param extra the refusal's public members */
export function wholeGroundOf(extra: Readonly<Record<string, string>>): WholeGround | null {
  const { whole, name, counties, streets, communities, areas } = extra;
  if (whole === undefined || name === undefined) return null;
  return {
    name,
    ...{ counties: Number(counties), streets: Number(streets), communities: Number(communities) },
    areas: Number(areas),
  };
}
