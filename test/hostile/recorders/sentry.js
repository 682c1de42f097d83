/** Sentry with every trail it can lay: errors, breadcrumbs, traces, a replay with nothing masked, and what goes over the wire. */
import { breadcrumbsIntegration, browserTracingIntegration, getReplay, init, replayIntegration } from '@sentry/browser';

window.caught = [];
const keep = (event) => {
  window.caught.push(JSON.stringify(event));
  return event;
};
const headers = ['Authorization', 'Accept-Language', 'Idempotency-Key', 'ETag'];
init({
  dsn: `http://public@${location.host}/1`,
  replaysSessionSampleRate: 1,
  tracesSampleRate: 1,
  sendDefaultPii: true,
  beforeBreadcrumb: keep,
  beforeSend: keep,
  integrations: [
    breadcrumbsIntegration(),
    browserTracingIntegration(),
    replayIntegration({
      maskAllText: false,
      maskAllInputs: false,
      blockAllMedia: false,
      useCompression: false,
      networkDetailAllowUrls: [/^/],
      networkCaptureBodies: true,
      networkRequestHeaders: headers,
      networkResponseHeaders: headers,
      beforeAddRecordingEvent: keep,
    }),
  ],
});
window.send = () => getReplay().flush();
