import { createApp, type App, type AppOptions } from './app.ts';
import { checklistOf } from './clinic/checklist-of.ts';
import type { Clinic } from './clinic/load-clinic.ts';
import type { Carriers } from './messages/carrier.ts';
import type { DemoOutbox } from './messages/demo-outbox.ts';
import type { Channel } from './messages/message.ts';
import { openMessages, type MessageEnvironment } from './messages/open-messages.ts';
import type { Log } from './operation/log.ts';
import { Tokens } from './routes/tokens.ts';

/** What the clinics of a server have in common. */
export interface Shared extends Omit<AppOptions, 'clinic' | 'checklist' | 'channels' | 'outbox'> {
  readonly environment: MessageEnvironment;
  readonly demo: DemoOutbox;
  readonly warn: Log['warn'];
}

/** A clinic that can be asked, and the ways by which its messages go. */
export interface OpenClinic {
  readonly clinic: Clinic;
  readonly app: App;
  readonly carriers: Carriers;
}

/** Opens one clinic of a server; everything that it does, it does under its own id. */
export function openClinic({ environment, demo, warn, ...shared }: Shared, clinic: Clinic): OpenClinic {
  const { data, id } = clinic;
  const checklist = checklistOf(clinic, (doubt) => warn({ event: doubt, clinic: id }));
  const { carriers, outbox } = openMessages(environment, clinic, new Tokens(shared.secret, id), demo);
  const app = createApp({
    ...shared,
    clinic,
    checklist,
    allowedOrigins: data.origins ?? shared.allowedOrigins,
    channels: Object.keys(carriers) as Channel[],
    outbox,
  });
  return { clinic, app, carriers };
}
