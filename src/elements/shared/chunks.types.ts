import type * as Spanish from '../../locales/es.ts';
import type * as BodyMap from '../body-map/body-map.ts';
import type * as CallBack from '../call-back/call-back.ts';
import type * as Consents from '../consents/consents.ts';
import type * as DoctorPage from '../doctor-page/doctor-page.ts';
import type * as Doctor from '../doctor/doctor.ts';
import type * as Calendar from '../calendar-extras/calendar-extras.ts';
import type * as DropDown from '../drop-down/drop-down.ts';
import type * as Extras from '../extras/extras.ts';
import type * as OwnFields from '../own-fields/own-fields.ts';

/** What few bookings need, each in a file of its own. */
export interface Chunks {
  readonly extras: typeof Extras;
  readonly 'doctor-page': typeof DoctorPage;
  readonly doctor: typeof Doctor;
  readonly calendar: typeof Calendar;
  readonly 'drop-down': typeof DropDown;
  readonly 'body-map': typeof BodyMap;
  readonly 'own-fields': typeof OwnFields;
  readonly 'call-back': typeof CallBack;
  readonly consents: typeof Consents;
  readonly es: typeof Spanish;
}
