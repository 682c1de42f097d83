/** What few bookings need, loaded when one does. In the one tag, `chunks.tag.ts` stands for this file. */
export const chunks = {
  extras: () => import('../extras/extras.ts'),
};
