/** Sentry with every trail it can lay: errors, breadcrumbs, traces, and a replay with nothing masked. */
import { breadcrumbsIntegration, browserTracingIntegration, getReplay, init, replayIntegration } from '@sentry/browser';

window.caught = [];
const keep = (event) => {
  window.caught.push(JSON.stringify(event));
  return event;
};
init({
  dsn: `http://public@${location.host}/1`,
  replaysSessionSampleRate: 1,
  tracesSampleRate: 1,
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
    }),
  ],
});
window.send = () => getReplay().flush();
