import { createElement } from 'react';
import { createRoot } from 'react-dom/client';
import { BookingWidget, setApiBaseUrl } from 'peer';

globalThis.mount = (place, apiUrl) => {
  setApiBaseUrl(apiUrl);
  createRoot(place).render(createElement(BookingWidget, { tenantSlug: 'cedar', locale: 'en', apiUrl, demo: true }));
};
