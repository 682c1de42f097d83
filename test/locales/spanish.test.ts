import { expect, fixture, html } from '@open-wc/testing';
import type { BookingFlow } from '../../src/elements/booking/booking.ts';
import { en } from '../../src/locales/en.ts';
import { es } from '../../src/locales/es.ts';
import { beginsTheDay, checklist, endsTheDay, patient, settled } from '../helpers/booking-page.ts';
import { catalog } from '../helpers/fixture-clinic.ts';
import { ScriptedEndpoint } from '../helpers/scripted-endpoint.ts';

/** Every text of a language by its way there; what needs something to be said is given it. */
function textsOf(words: object, way = ''): readonly (readonly [string, string])[] {
  return Object.entries(words).flatMap(([name, value]: [string, unknown]) => {
    const at = `${way}.${name}`;
    if (typeof value === 'function')
      return [[at, String(Reflect.apply(value, undefined, [['a', 'b'], 2, 'c']))] as const];
    return typeof value === 'object' && value ? textsOf(value, at) : [[at, String(value)] as const];
  });
}

describe('Spanish', () => {
  before(beginsTheDay);
  after(endsTheDay);

  it('says everything that English says, in other words, and speaks to the patient as usted', () => {
    const [english, spanish] = [new Map(textsOf(en)), new Map(textsOf(es))];
    const same = /^\.(tag|localeFor|calendar\.dayNotFree|details\.no|checklist\.no)$/;
    for (const [way, text] of english) {
      expect(spanish.get(way), way).to.be.a('string').and.not.equal('');
      if (!same.test(way)) expect(spanish.get(way), way).to.not.equal(text);
    }
    const all = [...spanish.values()].join(' ');
    expect(all).to.not.match(/\b(tú|tus?|tienes|puedes|elige|llámanos|escribe|vosotros|vuestr\w+)\b/i);
  });

  it('comes by itself where the page speaks it, dates and money too, and asks the endpoint in it', async () => {
    const script = new ScriptedEndpoint();
    const flow = await fixture<BookingFlow>(html`<myo-booking lang="es-US" .adapter=${script.endpoint}></myo-booking>`);
    for (let tries = 0; tries < 100 && flow.text.tag !== 'es'; tries++) await settled(flow);
    await script.last('catalog').answer(catalog);
    await script.last('checklist').answer(checklist);
    await settled(flow);
    expect(patient(flow).heading).to.equal('¿En qué podemos ayudarle?');
    const picker = flow.shadowRoot!.querySelector('myo-service-picker')!.shadowRoot!;
    expect(picker.textContent).to.include('desde $55').and.include('Rodilla o cadera');
    expect(flow.format.locale).to.equal('es-US');
    await patient(flow).picks('Hot stone massage');
    await patient(flow).presses('Continuar');
    expect(patient(flow).heading).to.equal('¿Es seguro tratarle ahora?');
    await expect(flow).to.be.accessible();
  });

  it('stays away where the page speaks something else', async () => {
    const flow = await fixture<BookingFlow>(html`<myo-booking lang="de"></myo-booking>`);
    expect(flow.text.tag).to.equal('en');
  });
});
