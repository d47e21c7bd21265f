/** The headquarters itself: its areas follow our rule. Imported lists have authorities of their own. */
export const OWN_AUTHORITY = {
  id: 'own',
  nameZh: '本级指挥部',
  nameEn: 'This headquarters',
  own: true,
} as const;
