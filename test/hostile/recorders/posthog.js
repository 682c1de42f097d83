/** PostHog with autocapture, dead clicks, heat maps, a recording with nothing masked, and what goes over the wire. */
import { posthog } from 'posthog-js/dist/module.full.no-external';

window.caught = [];
posthog.init('phc_test', {
  api_host: location.origin,
  opt_out_useragent_filter: true,
  disable_compression: true,
  autocapture: true,
  capture_dead_clicks: true,
  capture_heatmaps: true,
  capture_performance: { network_timing: true, web_vitals: true },
  disable_external_dependency_loading: true,
  session_recording: {
    maskAllInputs: false,
    maskInputOptions: {},
    recordHeaders: true,
    recordBody: true,
    recordCrossOriginIframes: true,
    maskCapturedNetworkRequestFn: (request) => request,
  },
  before_send: (event) => {
    window.caught.push(JSON.stringify(event));
    return event;
  },
});
