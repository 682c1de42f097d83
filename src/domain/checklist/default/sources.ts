/** Where a rule comes from. Only what a regulator, a study or a charity says is quoted; the rest says that nobody checked it. */
export const sources = {
  regulator: 'New York State Education Department, Precautions for Massage and Bodywork',
  caudaLeaflet: 'Oxford University Hospitals, leaflet on cauda equina syndrome',
  pregnancyStudy: 'Mueller and Grunwald 2021, Journal of Clinical Medicine (review of massage in pregnancy)',
  cancerCharities: 'Macmillan Cancer Support and Cancer Council Australia on massage',
  medicines: 'American Massage Therapy Association, Massage and Medication',
  fibromyalgiaStudy: 'Field 2002, Journal of Clinical Rheumatology',
  kneeStudy: 'Perlman 2019, Journal of General Internal Medicine (knee osteoarthritis)',
  arthritisStudy: 'Field 2013 (rheumatoid arthritis of the arm)',
  painScale: 'Boonstra 2016, Frontiers in Psychology (numeric pain scale)',
  unverified: 'Unverified: common practice, to be checked by the clinic',
} as const;
export type Source = keyof typeof sources;
