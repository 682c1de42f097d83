import { pino, stdTimeFunctions, type DestinationStream } from 'pino';

/** Something that happened: a name, ids and codes. Never a value that anybody has typed, an address, or a token. */
export interface LogEvent {
  readonly event: string;
  readonly [field: string]: string | number | undefined;
}

/** Where events go, by how much they matter. */
export interface Log {
  readonly error: (event: LogEvent) => void;
  readonly warn: (event: LogEvent) => void;
  readonly info: (event: LogEvent) => void;
}

const levels = ['error', 'warn', 'info', 'silent'];

/** Writes each event as a line of JSON to standard error, at once, so that a crash loses none. */
export function openLog(
  level = 'info',
  destination: DestinationStream = pino.destination({ dest: 2, sync: true }),
): Log {
  if (!levels.includes(level)) throw new Error(`LOG_LEVEL is none of ${levels.join(', ')}: ${level}`);
  const formatters = {
    level: (label: string) => ({ level: label }),
    bindings: ({ pid }: { pid?: number }) => ({ pid }),
  };
  const logger = pino({ level, formatters, timestamp: stdTimeFunctions.isoTime }, destination);
  return {
    error: (event) => logger.error(event),
    warn: (event) => logger.warn(event),
    info: (event) => logger.info(event),
  };
}
