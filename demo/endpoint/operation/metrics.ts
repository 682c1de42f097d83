import { collectDefaultMetrics, Counter, Histogram, Registry } from 'prom-client';
import type { Channel, Outcome } from '../messages/message.ts';
import type { Route } from './route.ts';

/** What a monitoring system reads of a server: how much, how fast, how well; nothing of any patient or clinic. */
export interface Metrics {
  answered(route: Route, status: number, seconds: number): void;
  settled(channel: Channel, outcome: Outcome): void;
  /** The text that Prometheus reads, and its type. */
  page(): Promise<Response>;
}

export function openMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  const requests = new Histogram({
    name: 'myo_request_duration_seconds',
    help: 'How long requests took to be answered.',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers,
  });
  const messages = new Counter({
    name: 'myo_messages_total',
    help: 'Messages that are done with, by how they ended.',
    labelNames: ['channel', 'outcome'],
    registers,
  });
  return {
    answered: ({ method, route }, status, seconds) => requests.observe({ method, route, status }, seconds),
    settled: (channel, outcome) => messages.inc({ channel, outcome }),
    page: async () => new Response(await registry.metrics(), { headers: { 'Content-Type': registry.contentType } }),
  };
}
