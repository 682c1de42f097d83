import type { Handler } from './asked.ts';

/** Changes when the clinic changes its data, which is rare. */
const RARELY = 'max-age=300, stale-while-revalidate=600';

/** `GET /catalog` */
export const catalog: Handler<'catalog'> = async ({ endpoint, language }) => ({
  status: 200,
  body: endpoint.clinic.catalogIn(language),
  cacheControl: RARELY,
});

/** `GET /checklist` */
export const checklist: Handler<'checklist'> = async ({ endpoint }) => ({
  status: 200,
  body: endpoint.checklist.resource,
  cacheControl: RARELY,
});
