import { html, nothing } from 'lit';
import type { Location, Service } from '../../contract/index.ts';
import { isAssessment, lowestPrice, placesOf, type Family } from '../../domain/services.ts';
import { chipRadio } from '../shared/chip-radio.ts';
import type { ServicePicker } from './service-picker.ts';

/**
 * One treatment: its radio, what it costs, and once it is picked what can be added to it. One that does not fit what the
 * patient looks for is left out, unless it is picked.
 */
export function serviceCard(picker: ServicePicker, family: Family, index: number, fits: boolean) {
  const { text, format, value, pick } = picker;
  const words = text.service;
  const picked = family.find(({ id }) => id === value);
  if (!picked && !fits) return nothing;
  const service = picked ?? family[0];
  const shown: Family = picked ? [picked] : family;
  const name = isAssessment(family) && !service.name.includes('?') ? words.notSure(service.name) : service.name;
  const hints = [service.summary, !service.newPatients && words.returningOnly, !fits && words.picked];
  return html`
    <div part="service ${picked ? 'selected' : ''}">
      <div part="title">
        <label part="name">
          <input
            part="control"
            type="radio"
            name="service"
            aria-describedby="error about${index} facts${index}"
            ?checked=${!!picked}
            @change=${() => pick(service)}
          />
          <span>${name}</span>
        </label>
        <span part="price">${priceOf(picker, shown)}</span>
      </div>
      <div class="close" id="about${index}">${hints.map((hint) => (hint ? html`<p part="hint">${hint}</p>` : nothing))}</div>
      ${
        family.length > 1
          ? html`
              <fieldset>
                <legend class="unseen">${words.howLong(name)}</legend>
                <div class="row">
                  ${family.map((length) =>
                    chipRadio({
                      name: `length${index}`,
                      label: html`<bdi>${format.minutes(length.minutes)}</bdi>`,
                      picked: length === picked,
                      pick: () => pick(length),
                    }),
                  )}
                </div>
              </fieldset>
            `
          : nothing
      }
      <p part="hint promise" id="facts${index}">
        ${family.length > 1 ? nothing : html`<bdi>${format.minutes(service.minutes)}</bdi>`}
        ${promise(picker, shown)}
      </p>
      ${picked ? [addOns(picker, picked), places(picker, picked)] : nothing}
    </div>
  `;
}

function priceOf({ text, format }: ServicePicker, family: Family) {
  const lowest = lowestPrice(family);
  if (!lowest) return nothing;
  return lowest.more ? text.shared.from(format.money(lowest.price)) : format.money(lowest.price);
}

/** When the first time is free; while that is being asked, an empty line of the same height. */
function promise({ text, format, firstFree, today }: ServicePicker, family: Family) {
  if (Object.keys(firstFree).length === 0) return nothing;
  const remotes = family.map(({ id }) => firstFree[id]);
  const loaded = remotes.flatMap((remote) => remote?.value ?? []);
  const [first] = loaded.flatMap((value) => value.first?.start ?? []).toSorted();
  if (first) return html`<bdi>${text.service.firstFree(format.nearDay(first, today), format.time(first))}</bdi>`;
  if (remotes.some((remote) => remote?.status !== 'loaded' && remote?.status !== 'failed')) return html`<bdi></bdi>`;
  return loaded.length === family.length ? html`<bdi>${text.service.nothingFree}</bdi>` : nothing;
}

function addOns({ text, format, addOnIds, pick }: ServicePicker, service: Service) {
  if (service.addOns.length === 0) return nothing;
  const others = (id: string) => addOnIds.filter((other) => other !== id);
  return more(
    text.service.addOns,
    service.addOns.map(({ id, name, minutes, price }) =>
      option({
        type: 'checkbox',
        picked: addOnIds.includes(id),
        pick: () => pick(service, addOnIds.includes(id) ? others(id) : [...addOnIds, id]),
        words: html`${name} <small>${[minutes && format.minutes(minutes), price && format.money(price)]
          .flatMap((plus) => (plus ? `+\u00a0${plus}` : []))
          .join(', ')}</small>`,
      }),
    ),
  );
}

/** Where to come: a choice where there is one, else the place that the patient could not guess. */
function places({ text, locations, location, pick }: ServicePicker, service: Service) {
  const possible = placesOf(service, locations);
  if (locations.length < 2) return nothing;
  if (possible.length < 2) return html`<p part="hint">${possible.map(addressed)}</p>`;
  const place = (id: string, words: string) =>
    option({ type: 'radio', picked: id === location, pick: () => pick(service, undefined, id), words });
  return more(text.service.where, [
    place('', text.service.anyPlace(possible.length)),
    ...possible.map((one) => place(one.id, addressed(one))),
  ]);
}

const addressed = ({ name, address }: Location) => [name, address].filter(Boolean).join(', ');

const more = (heading: string, options: readonly unknown[]) => html`
  <fieldset part="extra">
    <legend part="subheading">${heading}</legend>
    ${options}
  </fieldset>
`;

interface Choice {
  readonly type: 'checkbox' | 'radio';
  readonly picked: boolean;
  readonly words: unknown;
  readonly pick: () => void;
}

const option = ({ type, picked, words, pick }: Choice) => html`
  <label part="answer ${picked ? 'selected' : ''}">
    <input part="control" type=${type} name="place" ?checked=${picked} @change=${pick} />
    <span>${words}</span>
  </label>
`;
