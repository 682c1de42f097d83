import { randomBytes } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { MessageEnvironment } from './messages/open-messages.ts';

/** The sample clinic, for whoever names none. */
export const CEDAR = fileURLToPath(new URL('./clinic/cedar.json', import.meta.url));

/** What the server reads from its environment; everything may be left out. */
export interface Environment extends MessageEnvironment {
  /** 0 takes any port that is free. */
  readonly PORT?: string | undefined;
  readonly HOST?: string | undefined;
  /** What tokens are made with, 32 characters or more; made and kept in `DATA_DIR` where absent. */
  readonly SECRET?: string | undefined;
  /** Paths of clinics' data files, or of folders of them, separated as in `PATH`. */
  readonly CLINIC?: string | undefined;
  readonly DATABASE_URL?: string | undefined;
  readonly DATA_DIR?: string | undefined;
  /** Origins of the clinics' pages, separated by spaces or commas; `*` for any. */
  readonly ALLOWED_ORIGINS?: string | undefined;
  /** Addresses and networks of proxies in front of the server. */
  readonly TRUSTED_PROXIES?: string | undefined;
  /** An instant at which the clock starts, for demos and tests. */
  readonly NOW?: string | undefined;
  /** Requests a minute and client; 0 is off, and so is the limit of holds. */
  readonly RATE_LIMIT?: string | undefined;
  /** `silent`, or the least that is logged: `error`, `warn`, `info`. */
  readonly LOG_LEVEL?: string | undefined;
  /** Opens `/metrics`, 20 characters or more; without one there is no such page. */
  readonly METRICS_KEY?: string | undefined;
  /** The end of the outbox page's address, 20 characters or more; another one at each start where absent. */
  readonly OUTBOX_KEY?: string | undefined;
  /** How long bookings are kept after their last appointment; a clinic's own `retentionDays` counts instead. */
  readonly RETENTION_DAYS?: string | undefined;
  /** Opens the desk of every clinic here, for demos; a clinic gives each person at its desk a key of their own. */
  readonly DESK_KEY?: string | undefined;
  /** How long stopping waits for what is being answered. */
  readonly STOP_SECONDS?: string | undefined;
}

/** The clock that everything goes by. */
export function clockFrom(now: string | undefined, real: () => number): () => number {
  if (!now) return real;
  const start = Date.parse(now);
  if (Number.isNaN(start)) throw new Error(`NOW is no instant: ${now}`);
  const ahead = start - real();
  return () => real() + ahead;
}

export function secretFrom({ SECRET, DATA_DIR, DATABASE_URL }: Environment): string {
  if (SECRET) return long(SECRET, 'SECRET');
  if (!DATA_DIR) {
    // Servers beside each other have to make the same tokens, and the same again after a restart.
    if (DATABASE_URL) throw new Error('DATABASE_URL needs a SECRET beside it, or a DATA_DIR to keep one in.');
    return randomBytes(32).toString('base64url');
  }
  const file = join(DATA_DIR, 'secret');
  mkdirSync(DATA_DIR, { recursive: true });
  keepFirst(file, randomBytes(32).toString('base64url'));
  return long(readFileSync(file, 'utf8').trim(), file);
}

/** Writes a file that is there whole or not at all, whenever this process is killed; one that is there stays. */
function keepFirst(file: string, content: string): void {
  const whole = `${file}.${randomBytes(6).toString('hex')}`;
  writeFileSync(whole, content, { mode: 0o600, flag: 'wx', flush: true });
  try {
    linkSync(whole, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(whole);
  }
}

const LONG = 32;

/** Who can guess what tokens are made with can make any of them. */
function long(secret: string, where: string): string {
  if (secret.length >= LONG) return secret;
  throw new Error(`${where} opens every booking: it needs ${LONG} characters or more.`);
}

/** Whoever guesses it learns how much a clinic has to do. */
export function metricsKeyFrom({ METRICS_KEY }: Environment): string | undefined {
  if (METRICS_KEY && METRICS_KEY.length < 20)
    throw new Error('METRICS_KEY opens what a server tells of itself: it needs 20 characters or more.');
  return METRICS_KEY || undefined;
}

/** Whoever guesses it reads what would have been sent. */
export function outboxKeyFrom({ OUTBOX_KEY }: Environment): string | undefined {
  if (OUTBOX_KEY && !/^[\w-]{20,}$/.test(OUTBOX_KEY))
    throw new Error('OUTBOX_KEY opens what would have been sent: it needs 20 letters, digits, - or _, or more.');
  return OUTBOX_KEY || undefined;
}

export function numberFrom(name: string, text: string | undefined, usual: number): number {
  if (!text) return usual;
  if (!/^\d+$/.test(text)) throw new Error(`${name} is no number: ${text}`);
  return Number(text);
}

export const listOf = (text = ''): readonly string[] => text.split(/[\s,]+/).filter(Boolean);
